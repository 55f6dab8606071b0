package org.mailroom.watch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.mailroom.access.OwnWork;
import org.mailroom.database.Database;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.StoredChecks;
import org.mailroom.watch.BulkSteps.Taken;

/**
 * Works through bulk runs on the server's threads: eight mailboxes at once on each node, whatever
 * the number of runs. Looks for work each second; a worker goes on until nothing waits.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkWork {
  private static final System.Logger LOG = System.getLogger(BulkWork.class.getName());
  private static final int WORKERS = 8;

  @EJB Database database;
  @EJB BulkSteps steps;
  @EJB Mailboxes mailboxes;
  @EJB StoredChecks checks;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService threads;

  private final Semaphore free = new Semaphore(WORKERS);

  @PostConstruct
  void start() {
    database.ready();
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  void tick() {
    try {
      if (steps.tidy()) {
        startWorkers();
      }
    } catch (RuntimeException e) {
      // an exception would make the container give the timer up
      LOG.log(System.Logger.Level.ERROR, "watch.bulk_broken", e);
    }
  }

  private void startWorkers() {
    while (free.tryAcquire()) {
      try {
        OwnWork.on(threads).execute(this::work);
      } catch (RejectedExecutionException full) {
        free.release();
        return;
      }
    }
  }

  private void work() {
    try {
      for (Optional<Taken> taken = steps.take(); taken.isPresent(); taken = steps.take()) {
        step(taken.get());
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "watch.bulk_broken", e);
    } finally {
      free.release();
    }
  }

  private void step(Taken taken) {
    try {
      String failure = act(taken);
      steps.settle(taken, failure.isEmpty() ? BulkState.DONE : BulkState.FAILED, failure);
    } catch (Failure refused) {
      steps.settle(taken, BulkState.FAILED, refused.getMessage());
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "watch.bulk_broken mailbox=" + taken.item().mailbox(), e);
      steps.settle(taken, BulkState.FAILED, "Not expected; the log tells more.");
    }
  }

  /** Why it failed; empty if it did not. */
  private String act(Taken taken) {
    switch (taken.action()) {
      case PAUSE -> mailboxes.pause(taken.item().mailbox());
      case RESUME -> mailboxes.resume(taken.item().mailbox());
      case CHECK -> {
        return failure(checks.check(taken.item().mailbox()));
      }
    }
    return "";
  }

  private static String failure(CheckReport report) {
    return report.steps().stream()
        .filter(step -> !step.ok())
        .findFirst()
        .map(step -> "%s: %s %s".formatted(step.name(), step.cause(), step.hint()).strip())
        .orElse("");
  }
}
