package org.mailroom.flow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.flow.jpa.FlowStore;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;

/** Tells mailboxes which e-mail elements of current versions have picked them. */
@ApplicationScoped
class MailboxesInFlows implements MailboxUsage {
  @Inject FlowStore store;

  @Override
  public List<Use> usesOf(MailboxId mailbox) {
    return usesOfEach(List.of(mailbox)).getOrDefault(mailbox, List.of());
  }

  @Override
  public Map<MailboxId, List<Use>> usesOfEach(Collection<MailboxId> mailboxes) {
    return store.elementsNaming(mailboxes).stream()
        .collect(
            groupingBy(
                element -> element.choice().mailbox().orElseThrow(),
                mapping(element -> new Use("flow", element.place()), toList())));
  }

  @Override
  public Set<MailboxId> named() {
    return Set.copyOf(store.mailboxesNamed());
  }
}
