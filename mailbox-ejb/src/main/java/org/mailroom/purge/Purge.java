package org.mailroom.purge;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.purge.jpa.PurgeStore;
import org.mailroom.purge.model.KeptPolicy;
import org.mailroom.purge.model.PurgeRun;

/**
 * Removes old mail by a policy: nightly at three, and when a person says so. A run goes on in the
 * background, on one node at a time, and after a crash on any.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({Role.OPERATOR, Role.AUDITOR})
public class Purge {
  private static final String SUBJECT = "purge";
  private static final int SHOWN = 20;

  @Inject PurgeStore store;
  @Inject Instance<Purgeable> kept;
  @EJB Audit audit;
  @Inject Clock clock;

  /** Off until an administrator sets one. */
  public PurgePolicy policy() {
    return store.policy().policy();
  }

  /**
   * @throws InvalidPolicy if it breaks rules
   */
  @Allowed
  public void setPolicy(PurgePolicy policy) {
    List<Problem> problems = policy.problems();
    if (!problems.isEmpty()) {
      throw new InvalidPolicy(problems);
    }
    KeptPolicy present = store.lockedPolicy();
    List<Change> changes = Change.between(present.policy(), policy);
    if (!changes.isEmpty()) {
      present.become(policy);
      audit.changed("purge.policy_changed", SUBJECT, changes);
    }
  }

  /** What a run would remove now. Counts, so it takes seconds where there is much. */
  public Map<PurgeKind, Amount> preview(PurgePolicy policy) {
    Map<PurgeKind, Amount> amounts = new EnumMap<>(PurgeKind.class);
    for (PurgeKind kind : PurgeKind.values()) {
      amounts.put(kind, Amount.NONE);
    }
    Instant now = clock.instant();
    kept.stream()
        .flatMap(it -> it.tasks(policy, now).stream())
        .forEach(task -> amounts.merge(task.kind(), task.due(), Amount::plus));
    return amounts;
  }

  /**
   * Begins a run and returns.
   *
   * @throws NoPurge if one is running, or the policy keeps everything
   */
  @Allowed
  public void start() {
    PurgePolicy policy = store.lockedPolicy().policy();
    if (store.running().isPresent()) {
      throw NoPurge.isRunning();
    }
    if (policy.isOff()) {
      throw NoPurge.noPolicy();
    }
    long total = preview(policy).values().stream().mapToLong(Amount::items).sum();
    store.add(new PurgeRun(audit.caller(), clock.instant(), total));
    audit.note("purge.started", SUBJECT, "%d to remove".formatted(total));
  }

  /**
   * Ends the run after the step at hand; what is removed is gone.
   *
   * @throws NoPurge if none is running
   */
  @Allowed
  public void stop() {
    PurgeRun run = store.running().map(store::locked).orElseThrow(NoPurge::noneIsRunning);
    if (run.state() == PurgeState.RUNNING) {
      run.stop();
      audit.note("purge.stopped", SUBJECT, "%d removed".formatted(run.view().done()));
    }
  }

  /** The last runs, the newest first; one that goes on comes first. */
  public List<PurgeRunView> runs() {
    return store.latest(SHOWN).stream().map(PurgeRun::view).toList();
  }
}
