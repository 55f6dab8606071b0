package org.mailroom.request;

import java.util.List;
import java.util.Optional;

/**
 * Something to be written down on a request.
 *
 * @param by who said or did it: a name and address, a log-in, or {@code system}
 * @param origin {@code mail}, {@code console}, {@code api} or {@code flow}
 * @param sourceMessageId the Message-ID of the mail it came from, with angle brackets
 * @param original the mail it came from
 */
public record NewOccurrence(
    String by,
    String origin,
    String text,
    Optional<String> sourceMessageId,
    List<NewAttachment> attachments,
    Optional<OriginalMail> original) {
  /** Something that came by no mail. */
  public NewOccurrence(
      String by,
      String origin,
      String text,
      Optional<String> sourceMessageId,
      List<NewAttachment> attachments) {
    this(by, origin, text, sourceMessageId, attachments, Optional.empty());
  }

  public static NewOccurrence of(String by, String origin, String text) {
    return new NewOccurrence(by, origin, text, Optional.empty(), List.of());
  }
}
