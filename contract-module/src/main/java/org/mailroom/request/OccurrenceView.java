package org.mailroom.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that was said or happened on a request.
 *
 * @param origin {@code mail}, {@code console}, {@code api} or {@code flow}; {@code system} for
 *     opening and changes of situation
 * @param mail that it came with
 */
public record OccurrenceView(
    long id,
    Instant at,
    String by,
    String origin,
    String text,
    List<AttachmentView> attachments,
    Optional<MailView> mail) {
  /** What came by no mail. */
  public OccurrenceView(
      long id,
      Instant at,
      String by,
      String origin,
      String text,
      List<AttachmentView> attachments) {
    this(id, at, by, origin, text, attachments, Optional.empty());
  }
}
