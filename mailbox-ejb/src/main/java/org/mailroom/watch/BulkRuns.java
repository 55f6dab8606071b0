package org.mailroom.watch;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Allowed;
import org.mailroom.access.Reach;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.watch.jpa.BulkStore;
import org.mailroom.watch.model.BulkItem;
import org.mailroom.watch.model.BulkRun;

/**
 * Pauses, resumes or checks many mailboxes in the background.
 *
 * <p>A run is in the database: any node goes on with it, and it survives restarts and whoever
 * started it leaving. Each mailbox is a short transaction of its own, so one that fails keeps none
 * of the others back. Each call joins the caller's transaction or starts one.
 */
@Stateless
@Allowed({Role.CONTRACT_MANAGER, Role.AUDITOR})
public class BulkRuns {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject BulkStore store;
  @EJB Mailboxes mailboxes;
  @EJB Audit audit;
  @Inject Clock clock;

  /**
   * Begins a run over these mailboxes; those that do not exist are left out. Returns at once.
   *
   * @throws NothingToDo if there is none
   */
  @Allowed(Role.CONTRACT_MANAGER)
  public BulkRunId start(BulkAction action, Collection<MailboxId> chosen) {
    List<MailboxId> known = mailboxes.ids(MailboxQuery.all().among(Set.copyOf(chosen)));
    if (known.isEmpty()) {
      throw new NothingToDo();
    }
    Instant now = clock.instant();
    store.forget(now.minus(KEPT));
    BulkRun run = store.add(new BulkRun(action, audit.caller(), now), known);
    audit.note(
        "mailbox.bulk_started",
        "bulk run " + run.id(),
        "%s of %d mailboxes".formatted(action, known.size()));
    return run.id();
  }

  /**
   * Begins nothing more of a run; what is under way comes to its end. Does nothing if it has ended.
   *
   * @throws BulkRunNotFound if there is none
   */
  @Allowed(Role.CONTRACT_MANAGER)
  public void stop(BulkRunId id) {
    BulkRun run = visible(id, store.locked(id));
    if (view(run).running()) {
      run.stop(clock.instant());
      store.stop(id);
      audit.note("mailbox.bulk_stopped", "bulk run " + id, "");
    }
  }

  /**
   * How far a run has come.
   *
   * @throws BulkRunNotFound if there is none
   */
  public BulkRunView get(BulkRunId id) {
    return view(existing(id));
  }

  /**
   * What a run did with each mailbox, by name.
   *
   * @param state null for all
   * @throws BulkRunNotFound if there is none
   */
  public Page<BulkItemView> items(BulkRunId id, BulkState state, Slice slice) {
    existing(id);
    return store.items(id, state, slice).map(BulkItem::view);
  }

  /** The runs that go on now, the oldest first. */
  public List<BulkRunView> running() {
    return store.running().stream().filter(this::isVisible).map(this::view).toList();
  }

  private BulkRun existing(BulkRunId id) {
    return visible(id, store.find(id));
  }

  private BulkRun visible(BulkRunId id, Optional<BulkRun> run) {
    return run.filter(this::isVisible).orElseThrow(() -> new BulkRunNotFound(id));
  }

  /** Whoever does not reach everything sees the runs of their own. */
  private boolean isVisible(BulkRun run) {
    return Reach.ofThisCall().isEverything() || run.isBy(audit.caller());
  }

  private BulkRunView view(BulkRun run) {
    return run.view(store.counts(run.id()));
  }
}
