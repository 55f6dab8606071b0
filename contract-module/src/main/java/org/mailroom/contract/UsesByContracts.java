package org.mailroom.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;

/** Tells the mailboxes which contracts name them. */
@ApplicationScoped
class UsesByContracts implements MailboxUsage {
  @Inject Contracts contracts;

  @Override
  public List<Use> usesOf(MailboxId mailbox) {
    return contracts.using(mailbox).stream()
        .map(contract -> new Use("contract", contract.number()))
        .toList();
  }
}
