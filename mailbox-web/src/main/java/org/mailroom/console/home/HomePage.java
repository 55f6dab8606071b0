package org.mailroom.console.home;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.contract.Contracts;
import org.mailroom.flow.Flows;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.inbound.ReceivedQuery;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.Route;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.request.RequestQuery;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;

/** What the first page counts. */
@Named
@RequestScoped
public class HomePage {
  private static final Slice FEW = Slice.first(10);
  private static final Slice COUNT = Slice.first(1);

  @EJB Mailboxes mailboxes;
  @EJB Contracts contracts;
  @EJB Flows flows;
  @EJB Outbox outbox;
  @EJB ReceivedMails received;
  @EJB ServiceRequests requests;

  private long registered;
  private Page<MailboxView> broken;
  private Page<MailboxView> warned;
  private Map<MessageState, Long> messages;

  @PostConstruct
  void read() {
    registered = mailboxes.list(MailboxQuery.all(), COUNT).total();
    broken = mailboxes.list(with(MailboxStatus.ERROR), FEW);
    warned = mailboxes.list(with(MailboxStatus.WARNING), FEW);
    messages = outbox.counts();
  }

  private static MailboxQuery with(MailboxStatus status) {
    return new MailboxQuery(null, null, status, null, null, null, null, null, null);
  }

  /** The first mailboxes that a person should look at, the worst first. */
  public List<MailboxView> getTroubled() {
    return Stream.concat(broken.items().stream(), warned.items().stream()).toList();
  }

  /** How many there are of them. */
  public long getTroubles() {
    return broken.total() + warned.total();
  }

  public long messages(MessageState state) {
    return messages.getOrDefault(state, 0L);
  }

  public long getQuarantined() {
    var query =
        new ReceivedQuery(
            Optional.of(ReceivedState.QUARANTINED), Optional.empty(), Optional.empty());
    return received.list(query, COUNT).total();
  }

  public long getOpenRequests() {
    var query = new RequestQuery(null, Optional.empty(), Optional.of(Situation.IN_PROGRESS));
    return requests.list(query, COUNT).total();
  }

  public boolean isWithoutDefaultOutbox() {
    return outbox.defaultRoute().way() == Route.Way.NONE;
  }

  public boolean isAnyMailbox() {
    return registered > 0;
  }

  public boolean isAnyContract() {
    return contracts.list(null, COUNT).total() > 0;
  }

  public boolean isAnyFlow() {
    return !flows.list().isEmpty();
  }

  /** Whether one of the first three steps is still to be taken. */
  public boolean isStarting() {
    return !isAnyMailbox() || !isAnyFlow() || !isAnyContract();
  }
}
