package org.mailroom.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * What lies in an inbox, with nothing in it touched.
 *
 * @param report how far it came
 * @param count of all messages; 0 if it did not come so far
 * @param newest at most ten, the newest first
 */
public record InboxPreview(CheckReport report, int count, List<Mail> newest) {
  static InboxPreview failed(CheckReport report) {
    return new InboxPreview(report, 0, List.of());
  }

  /**
   * One message by its header; a part that cannot be read is empty.
   *
   * @param at when it arrived, or over POP3 when it was written; null if it does not say
   * @param bytes its size as the server tells it
   */
  public record Mail(String from, String subject, Instant at, int bytes) {}
}
