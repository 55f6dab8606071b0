package org.mailroom.mailbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import org.mailroom.mailbox.MailboxId;

/** The client secrets of mailboxes that sign in by OAuth2. */
@ApplicationScoped
public class SealedClientSecrets extends SealedColumn {
  public SealedClientSecrets() {
    super("sealedClientSecret", "sealed_client_secret");
  }

  /** What the client secret of a mailbox is sealed for. */
  public static String context(MailboxId mailbox) {
    return "mailbox-client:" + mailbox;
  }

  @Override
  String contextOf(MailboxId mailbox) {
    return context(mailbox);
  }

  @Override
  public String kind() {
    return "client secrets";
  }
}
