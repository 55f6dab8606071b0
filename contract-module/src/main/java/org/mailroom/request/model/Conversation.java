package org.mailroom.request.model;

import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.MailView;
import org.mailroom.request.OccurrenceView;
import org.mailroom.request.Twin;

/**
 * What is kept beside a request: who takes part, its mails and where else they are, what was said,
 * and its files.
 */
public record Conversation(
    List<EmailAddress> copied,
    List<Twin> twins,
    List<String> thread,
    List<OccurrenceView> occurrences,
    List<AttachmentView> attachments,
    Optional<MailView> mail) {
  /** For lists, which show none of it. */
  public static final Conversation UNTOLD =
      new Conversation(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
}
