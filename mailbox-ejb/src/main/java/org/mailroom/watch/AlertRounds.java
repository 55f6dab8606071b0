package org.mailroom.watch;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

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
import java.util.stream.Stream;
import org.mailroom.access.Allowed;
import org.mailroom.mailbox.Expiries;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.watch.jpa.AlertStore;
import org.mailroom.watch.model.Alert;
import org.mailroom.watch.model.Condition;

/**
 * Looks what is wrong with mailboxes and tells people of the news: once when something goes bad,
 * once when it is well again. For the timer; never for console or REST.
 *
 * <p>What is noted and the mail about it are one transaction, and one node at a time has the turn:
 * so it is once, whatever crashes and however many nodes there are.
 */
@Stateless
@Allowed
public class AlertRounds {
  private static final System.Logger LOG = System.getLogger(AlertRounds.class.getName());
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  @Inject AlertStore store;
  @Inject Mailboxes mailboxes;
  @Inject Instance<Expiries> expiries;
  @Inject AlertPost post;
  @Inject Clock clock;

  private record Key(MailboxId mailbox, AlertKind kind) {}

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
    Stream.concat(broken(), ending(now))
        .forEach(it -> found.merge(new Key(it.mailbox(), it.kind()), it, AlertRounds::worse));
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
    Map<MailboxId, String> names =
        all(MailboxQuery.all().among(ending.stream().map(Expiry::mailbox).collect(toSet())))
            .collect(toMap(MailboxView::id, MailboxView::name));
    return ending.stream()
        .filter(expiry -> names.containsKey(expiry.mailbox()))
        .map(expiry -> Condition.ending(expiry, names.get(expiry.mailbox()), now));
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
        store.all().stream().collect(toMap(it -> new Key(it.mailbox(), it.kind()), it -> it));
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
        "watch.alert mailbox={0} kind={1}",
        condition.mailbox(),
        condition.kind());
    return alert;
  }

  private void tell(List<Alert> alerts, Instant now) {
    List<Alert> bad =
        alerts.stream()
            .filter(alert -> alert.isToTell(now))
            // of the default outbox no mail can tell; and a mail about it would wait in it
            .filter(alert -> !post.leavesBy(alert.mailbox()))
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
