package org.mailroom.watch;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailroom.access.Allowed;
import org.mailroom.mailbox.Expiries;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxFigures;
import org.mailroom.outbox.WaitingMessages;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.watch.jpa.AlertStore;
import org.mailroom.watch.model.Alert;
import org.mailroom.watch.model.Condition;

/**
 * Looks what is wrong with mailboxes and what waits for people, and tells people of the news: once
 * when something goes bad, once when it is well again. For the timer; never for console or REST.
 *
 * <p>What is noted and the mail about it are one transaction, and one node at a time has the turn:
 * so it is once, whatever crashes and however many nodes there are.
 */
@Stateless
@Allowed
public class AlertRounds {
  private static final System.Logger LOG = System.getLogger(AlertRounds.class.getName());
  private static final Duration INTERVAL = Duration.ofSeconds(20);

  @Inject AlertStore store;
  @EJB Mailboxes mailboxes;
  @Inject Instance<Expiries> expiries;
  @EJB OutboxFigures outbox;
  @Inject AlertPost post;
  @Inject Clock clock;

  private record Key(Lane lane, AlertKind kind) {}

  /** One round, unless another node had one a moment ago. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void run() {
    Instant now = clock.instant();
    if (store.takeTurn(now, INTERVAL)) {
      compare(conditions(now), now);
    }
  }

  private Map<Key, Condition> conditions(Instant now) {
    Map<Key, Condition> found = new HashMap<>();
    Stream.of(broken(), ending(now), waiting())
        .flatMap(Function.identity())
        .forEach(it -> found.merge(new Key(it.lane(), it.kind()), it, AlertRounds::worse));
    return found;
  }

  private static Condition worse(Condition one, Condition other) {
    return one.urgency() >= other.urgency() ? one : other;
  }

  private Stream<Condition> broken() {
    return all(new MailboxQuery(
            null, null, MailboxStatus.ERROR, null, null, null, null, null, null))
        .map(Condition::broken);
  }

  private Stream<Condition> ending(Instant now) {
    List<Expiry> ending =
        expiries.stream()
            .flatMap(known -> known.before(now.plus(Condition.EARLY)).stream())
            .toList();
    Map<MailboxId, String> names = names(ending.stream().map(Expiry::mailbox));
    return ending.stream()
        .filter(expiry -> names.containsKey(expiry.mailbox()))
        .map(expiry -> Condition.ending(expiry, names.get(expiry.mailbox()), now));
  }

  private Map<MailboxId, String> names(Stream<MailboxId> mailboxes) {
    Set<MailboxId> wanted = mailboxes.collect(toSet());
    return wanted.isEmpty()
        ? Map.of()
        : all(MailboxQuery.all().among(wanted)).collect(toMap(MailboxView::id, MailboxView::name));
  }

  private Stream<Condition> waiting() {
    List<WaitingMessages> waiting = outbox.waitingForPeople();
    Map<MailboxId, String> names =
        names(waiting.stream().flatMap(it -> it.lane().mailbox().stream()));
    return waiting.stream().map(it -> Condition.waiting(it, name(it.lane(), names)));
  }

  // a mailbox that is gone is named by its id
  private static String name(Lane lane, Map<MailboxId, String> names) {
    return switch (lane.way()) {
      case MAILBOX -> names.getOrDefault(lane.mailbox().orElseThrow(), lane.toString());
      case SESSION -> "Mail Session";
      case NONE -> "no outbox";
    };
  }

  private Stream<MailboxView> all(MailboxQuery query) {
    List<MailboxView> all = new ArrayList<>();
    Page<MailboxView> page = mailboxes.list(query, Slice.first(Slice.MAX_SIZE));
    all.addAll(page.items());
    while (!page.items().isEmpty() && all.size() < page.total()) {
      page = mailboxes.list(query, new Slice(page.page() + 1, Slice.MAX_SIZE));
      all.addAll(page.items());
    }
    return all.stream();
  }

  private void compare(Map<Key, Condition> found, Instant now) {
    Map<Key, Alert> known =
        store.all().stream().collect(toMap(it -> new Key(it.lane(), it.kind()), it -> it));
    known.forEach(
        (key, alert) -> {
          if (found.containsKey(key)) {
            alert.seen(found.get(key), now);
          } else {
            alert.gone(now);
          }
        });
    List<Alert> alerts = new ArrayList<>(known.values());
    found.keySet().removeAll(known.keySet());
    found.values().forEach(condition -> alerts.add(added(condition, now)));
    tell(alerts, now);
  }

  private Alert added(Condition condition, Instant now) {
    Alert alert = new Alert(condition, now);
    store.add(alert);
    LOG.log(
        System.Logger.Level.WARNING,
        "watch.alert lane={0} kind={1}",
        condition.lane(),
        condition.kind());
    return alert;
  }

  private void tell(List<Alert> alerts, Instant now) {
    List<Alert> bad =
        alerts.stream()
            .filter(alert -> alert.isToTell(now))
            // of the default outbox no mail can tell; and a mail about it would wait in it
            .filter(alert -> alert.kind().isOfMessages() || !post.leavesBy(alert.lane()))
            .toList();
    List<Alert> over = alerts.stream().filter(alert -> alert.isOver(now)).toList();
    List<AlertView> toldOver =
        over.stream().filter(alert -> alert.close(now)).map(Alert::view).toList();
    if (post.send(bad.stream().map(Alert::view).toList(), toldOver)) {
      bad.forEach(alert -> alert.told(now));
    }
    alerts.stream().filter(alert -> alert.isForgotten(now)).forEach(store::remove);
  }
}
