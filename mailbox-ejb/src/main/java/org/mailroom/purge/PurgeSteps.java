package org.mailroom.purge;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.environment.NodeId;
import org.mailroom.purge.PurgeTask.Removed;
import org.mailroom.purge.jpa.PurgeStore;
import org.mailroom.purge.model.PurgeRun;

/**
 * The steps of a purge, each a short transaction of its own. For the timer; never for console or
 * REST.
 *
 * <p>What a step removes and how far the run has come are written together, so a crash costs
 * nothing and counts nothing twice.
 */
@Stateless
@Allowed
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PurgeSteps {
  static final int AT_ONCE = 500;
  private static final System.Logger LOG = System.getLogger(PurgeSteps.class.getName());
  private static final int QUIET_HOUR = 3;

  @Inject PurgeStore store;
  @Inject Instance<Purgeable> kept;
  @EJB Purge purge;
  @Inject NodeId node;
  @Inject Clock clock;

  /** Begins the run of the night, at three, if there is a policy and no run. */
  public void beginNightly() {
    ZonedDateTime now = clock.instant().atZone(clock.getZone());
    if (now.getHour() == QUIET_HOUR
        && store.lockedPolicy().night(now.toLocalDate())
        && store.running().isEmpty()
        && !purge.policy().isOff()) {
      purge.start();
    }
  }

  /**
   * Looks at the next few hundred messages of the run, if one goes on and no other node is at it.
   *
   * @return whether there is more to do for this node
   */
  public boolean step() {
    Instant now = clock.instant();
    Optional<PurgeRun> run = store.running().filter(it -> !it.isOthers(node.value(), now));
    return run.isPresent() && step(store.locked(run.get()), now);
  }

  private boolean step(PurgeRun run, Instant now) {
    // another node may have been faster, or have ended it
    if (run.view().endedAt() != null || run.isOthers(node.value(), now)) {
      return false;
    }
    run.take(node.value(), now);
    Optional<PurgeTask> task = run.state() == PurgeState.STOPPING ? Optional.empty() : next(run);
    task.ifPresentOrElse(it -> remove(it, run), () -> end(run, now));
    return task.isPresent();
  }

  // by the policy of now: what somebody has just decided to keep stays
  private Optional<PurgeTask> next(PurgeRun run) {
    PurgePolicy policy = store.policy().policy();
    return kept.stream()
        .flatMap(it -> it.tasks(policy, run.startedAt()).stream())
        .filter(task -> !run.isPast(task.name()))
        .min(Comparator.comparing(PurgeTask::name));
  }

  private static void remove(PurgeTask task, PurgeRun run) {
    run.at(task.name());
    Removed removed = task.remove(run.afterId(), AT_ONCE);
    run.removed(removed);
    if (!removed.more()) {
      run.finished();
    }
  }

  private static void end(PurgeRun run, Instant now) {
    boolean stopped = run.state() == PurgeState.STOPPING;
    run.end(stopped ? PurgeState.STOPPED : PurgeState.DONE, now);
    PurgeRunView view = run.view();
    LOG.log(
        Level.INFO,
        "purge={0} state={1} removed={2} bytes={3}",
        view.id(),
        view.state(),
        view.done(),
        view.freed());
  }

  /** Ends the run that this node is at, as it cannot go on. */
  public void fail(String why) {
    Instant now = clock.instant();
    store
        .running()
        .filter(run -> !run.isOthers(node.value(), now))
        .map(store::locked)
        .ifPresent(run -> run.fail(why, now));
  }
}
