package org.mailroom.bounce.model;

import java.util.List;

/**
 * What a report of a mail server says.
 *
 * @param messageIds those of the message it may be about, the likeliest first
 */
public record Report(List<Undelivered> undelivered, List<String> messageIds) {
  public Report {
    undelivered = List.copyOf(undelivered);
    messageIds = List.copyOf(messageIds);
  }
}
