package org.mailroom.flow.email;

import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.routing.OutboxChoice;

/**
 * One e-mail element as it was drawn. What is left out is empty.
 *
 * @param outbox {@code default} or {@code specific}
 * @param mailbox id of the mailbox picked under Specific
 * @param template identifier; goes before the text
 * @param subject goes before the template's title
 */
public record EmailElement(
    String id,
    String name,
    String outbox,
    String mailbox,
    String template,
    String subject,
    String text,
    List<Recipient> recipients) {
  public EmailElement {
    recipients = List.copyOf(recipients);
  }

  public boolean isSpecific() {
    return outbox.equals("specific");
  }

  public OutboxChoice choice() {
    return isSpecific() ? new OutboxChoice(true, mailboxId()) : OutboxChoice.DEFAULT;
  }

  /** The mailbox picked; empty for the contract's. */
  public Optional<MailboxId> mailboxId() {
    return mailbox.isEmpty()
        ? Optional.empty()
        : Optional.of(new MailboxId(Long.parseLong(mailbox)));
  }

  /** What a person calls it. */
  public String called() {
    return name.isBlank() ? id : name;
  }
}
