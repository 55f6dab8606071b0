package org.mailroom.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mailroom.flow.jpa.FlowStore;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;

/** Tells mailboxes which e-mail elements of current versions have picked them. */
@ApplicationScoped
class MailboxesInFlows implements MailboxUsage {
  @Inject FlowStore store;

  @Override
  public List<Use> usesOf(MailboxId mailbox) {
    return store.elementsNaming(mailbox).stream()
        .map(element -> new Use("flow", element.place()))
        .toList();
  }
}
