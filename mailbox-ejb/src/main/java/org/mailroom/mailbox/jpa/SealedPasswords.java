package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.mailroom.mailbox.MailboxId;

/** The passwords of mailboxes. */
@ApplicationScoped
public class SealedPasswords extends SealedColumn {
  public SealedPasswords() {
    super("sealedPassword", "sealed_password");
  }

  SealedPasswords(EntityManager entities) {
    this();
    this.entities = entities;
  }

  /** What the password of a mailbox is sealed for. */
  public static String context(MailboxId mailbox) {
    return "mailbox:" + mailbox;
  }

  @Override
  String contextOf(MailboxId mailbox) {
    return context(mailbox);
  }

  @Override
  public String kind() {
    return "mailbox passwords";
  }
}
