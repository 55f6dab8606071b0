package org.mailroom.mailbox.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * Which mailbox is the system's default outbox. The table has one row, made with the table, so
 * there can never be two.
 */
@Entity
@Table(name = "default_outbox")
public class DefaultOutbox {
  public static final int THE_ROW = 1;

  @Id private int id;

  @Column(name = "mailbox_id")
  private Long mailboxId;

  protected DefaultOutbox() {}

  public Optional<MailboxId> mailbox() {
    return Optional.ofNullable(mailboxId).map(MailboxId::new);
  }

  public void choose(MailboxId mailbox) {
    mailboxId = mailbox.value();
  }

  public void chooseNone() {
    mailboxId = null;
  }
}
