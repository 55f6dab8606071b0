package org.mailroom.watch.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.watch.BulkRunId;
import org.mailroom.watch.BulkState;
import org.mailroom.watch.model.BulkItem;
import org.mailroom.watch.model.BulkRun;

/** The bulk runs, in the transaction that is running. */
@ApplicationScoped
public class BulkStore {
  private static final int AT_ONCE = 1000;
  // workers that look at the same moment each try another one
  private static final int LOOKED_AT = 24;
  private static final String NEXT =
      "select i from BulkItem i where i.state = :waiting order by i.run, i.mailbox";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public BulkStore() {}

  public BulkStore(EntityManager entities) {
    this.entities = entities;
  }

  /** Adds a run with its mailboxes, under the names that they have now. */
  public BulkRun add(BulkRun run, List<MailboxId> mailboxes) {
    entities.persist(run);
    entities.flush();
    for (int from = 0; from < mailboxes.size(); from += AT_ONCE) {
      addItems(run, mailboxes.subList(from, Math.min(mailboxes.size(), from + AT_ONCE)));
    }
    return run;
  }

  private void addItems(BulkRun run, List<MailboxId> mailboxes) {
    String ids = mailboxes.stream().map(MailboxId::toString).collect(Collectors.joining(","));
    entities
        .createNativeQuery(
            """
            INSERT INTO bulk_item (run_id, mailbox_id, name, state, reason)
            SELECT %d, m.id, m.name, 'WAITING', '' FROM mailbox m WHERE m.id IN (%s)"""
                .formatted(run.id().value(), ids))
        .executeUpdate();
  }

  public Optional<BulkRun> find(BulkRunId id) {
    return Optional.ofNullable(entities.find(BulkRun.class, id.value()));
  }

  /** The run, its row locked until the transaction ends. */
  public Optional<BulkRun> locked(BulkRunId id) {
    return Optional.ofNullable(
        entities.find(BulkRun.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** The runs that go on, the oldest first. */
  public List<BulkRun> running() {
    return entities
        .createQuery("select r from BulkRun r where r.endedAt is null order by r.id", BulkRun.class)
        .getResultList();
  }

  public Map<BulkState, Long> counts(BulkRunId run) {
    Map<BulkState, Long> counts = new EnumMap<>(BulkState.class);
    entities
        .createQuery(
            "select i.state, count(i) from BulkItem i where i.run = :run group by i.state",
            Object[].class)
        .setParameter("run", run.value())
        .getResultStream()
        .forEach(row -> counts.put((BulkState) row[0], (Long) row[1]));
    return counts;
  }

  /**
   * @param state null for all
   */
  public Page<BulkItem> items(BulkRunId run, BulkState state, Slice slice) {
    List<BulkItem> items =
        items("select i", " order by i.name, i.mailbox", run, state, BulkItem.class)
            .setFirstResult(slice.offset())
            .setMaxResults(slice.size())
            .getResultList();
    return Page.of(
        items, slice, () -> items("select count(i)", "", run, state, Long.class).getSingleResult());
  }

  private <T> TypedQuery<T> items(
      String select, String order, BulkRunId run, BulkState state, Class<T> result) {
    String only = state == null ? "" : " and i.state = :state";
    TypedQuery<T> query =
        entities
            .createQuery(select + " from BulkItem i where i.run = :run" + only + order, result)
            .setParameter("run", run.value());
    return state == null ? query : query.setParameter("state", state);
  }

  /** Takes one mailbox that nobody is at; empty if there is none. */
  public Optional<BulkItem> claim(Instant until) {
    List<BulkItem> waiting =
        new ArrayList<>(
            entities
                .createQuery(NEXT, BulkItem.class)
                .setParameter("waiting", BulkState.WAITING)
                .setMaxResults(LOOKED_AT)
                .getResultList());
    Collections.shuffle(waiting);
    return waiting.stream().filter(item -> claim(item, until)).findFirst();
  }

  private boolean claim(BulkItem item, Instant until) {
    return entities
            .createQuery(
                """
                update BulkItem i set i.state = :running, i.claimedUntil = :until
                where i.run = :run and i.mailbox = :mailbox and i.state = :waiting""")
            .setParameter("running", BulkState.RUNNING)
            .setParameter("until", until)
            .setParameter("run", item.run().value())
            .setParameter("mailbox", item.mailbox().value())
            .setParameter("waiting", BulkState.WAITING)
            .executeUpdate()
        == 1;
  }

  /** Writes down what came of a mailbox. */
  public void settle(BulkItem item, BulkState state, String reason, Instant now) {
    entities
        .createQuery(
            """
            update BulkItem i set i.state = :state, i.reason = :reason, i.endedAt = :now
            where i.run = :run and i.mailbox = :mailbox and i.state = :running""")
        .setParameter("state", state)
        .setParameter("reason", reason)
        .setParameter("now", now)
        .setParameter("run", item.run().value())
        .setParameter("mailbox", item.mailbox().value())
        .setParameter("running", BulkState.RUNNING)
        .executeUpdate();
  }

  /** Gives back what workers held that have died. */
  public void giveBackExpired(Instant now) {
    entities
        .createQuery(
            "update BulkItem i set i.state = :waiting where i.state = :running and i.claimedUntil < :now")
        .setParameter("waiting", BulkState.WAITING)
        .setParameter("running", BulkState.RUNNING)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Leaves alone what has not been begun. */
  public void stop(BulkRunId run) {
    entities
        .createQuery(
            "update BulkItem i set i.state = :stopped where i.run = :run and i.state = :waiting")
        .setParameter("stopped", BulkState.STOPPED)
        .setParameter("run", run.value())
        .setParameter("waiting", BulkState.WAITING)
        .executeUpdate();
  }

  /** Clears away what ended before then. */
  public void forget(Instant before) {
    entities
        .createQuery(
            """
            delete from BulkItem i where i.run in
            (select r.id from BulkRun r where r.endedAt < :before)""")
        .setParameter("before", before)
        .executeUpdate();
    entities
        .createQuery("delete from BulkRun r where r.endedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
