package org.mailroom.console.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.contract.Contracts;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Slice;
import org.mailroom.watch.MailboxAlerts;

/** Finds the mailboxes that a filter names by something that is not theirs. */
@ApplicationScoped
public class Narrowing {
  @EJB Contracts contracts;
  @EJB MailboxAlerts alerts;

  /** Null if the filter leaves it open. */
  Set<MailboxId> among(MailboxFilter filter) {
    boolean attention = Boolean.TRUE.equals(filter.getAttention());
    if (filter.getContract() == null) {
      return attention ? alerts.mailboxes() : null;
    }
    Set<MailboxId> among = mailboxesUnder(filter.getContract());
    if (attention) {
      among.retainAll(alerts.mailboxes());
    }
    return among;
  }

  /** Of the contracts whose number or client holds the text. */
  private Set<MailboxId> mailboxesUnder(String text) {
    Set<MailboxId> mailboxes = new HashSet<>();
    contracts.list(text, Slice.first(Slice.MAX_SIZE)).items().stream()
        .flatMap(contract -> Stream.of(contract.inputMailbox(), contract.outputMailbox()))
        .flatMap(Optional::stream)
        .forEach(mailboxes::add);
    return mailboxes;
  }
}
