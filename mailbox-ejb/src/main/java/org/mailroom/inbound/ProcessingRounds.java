package org.mailroom.inbound;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mailroom.inbound.model.Conversations;
import org.mailroom.inbound.model.Portion;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.inbound.model.Waiting;
import org.mailroom.mailbox.MailboxId;

/**
 * Finds stored mail that is to be processed, whoever stored it and whenever, and has it processed
 * by a few workers. Those who are free help with a mailbox; the mail of a conversation, and all of
 * a sender, stays in order.
 */
final class ProcessingRounds {
  private static final System.Logger LOG = System.getLogger(ProcessingRounds.class.getName());
  // half of the time a worker waits for the database
  private static final int WORKERS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  private static final int MAILS_AT_ONCE = 100;

  private final Transactions transactions;
  private final StoredMails mails;
  private final Clock clock;
  private final Executor executor;
  private final Predicate<Portion> processing;
  private final Consumer<MailboxId> settled;
  private final Semaphore free = new Semaphore(WORKERS);
  private final Set<MailboxId> running = ConcurrentHashMap.newKeySet();

  /**
   * @param processing says whether anything has come of any mail of it
   * @param settled is told the mailbox of such mail
   */
  ProcessingRounds(
      Transactions transactions,
      StoredMails mails,
      Clock clock,
      Executor executor,
      Predicate<Portion> processing,
      Consumer<MailboxId> settled) {
    this.transactions = transactions;
    this.mails = mails;
    this.clock = clock;
    this.executor = executor;
    this.processing = processing;
    this.settled = settled;
  }

  /** One round. Thread-safe. */
  void run() {
    transactions.call(() -> mails.waitingMailboxes(clock.instant())).forEach(this::start);
  }

  private void start(MailboxId mailbox) {
    if (running.add(mailbox) && !hired(() -> process(mailbox))) {
      running.remove(mailbox);
    }
  }

  /** Whether a worker is free, who then does the work. */
  private boolean hired(BooleanSupplier work) {
    if (!free.tryAcquire()) {
      return false;
    }
    try {
      executor.execute(() -> employed(work));
      return true;
    } catch (RejectedExecutionException e) {
      // such as at the end of the server
      free.release();
      return false;
    }
  }

  private void employed(BooleanSupplier work) {
    if (worked(work)) {
      // more of this mailbox, or another one that found no worker free
      run();
    }
  }

  private boolean worked(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "inbound.processing_broken", e);
      return false;
    } finally {
      free.release();
    }
  }

  private boolean process(MailboxId mailbox) {
    List<Portion> waiting = waiting(mailbox);
    Teamwork work = new Teamwork(waiting, processing, progress -> over(mailbox, progress));
    int wanted = waiting.size() - 1;
    while (wanted > 0 && hired(work::help)) {
      wanted--;
    }
    return work.lead();
  }

  private List<Portion> waiting(MailboxId mailbox) {
    try {
      List<Waiting> all =
          transactions.call(() -> mails.waiting(mailbox, clock.instant(), MAILS_AT_ONCE));
      return Portion.of(Conversations.of(all), WORKERS);
    } catch (RuntimeException e) {
      running.remove(mailbox);
      throw e;
    }
  }

  private void over(MailboxId mailbox, boolean progress) {
    running.remove(mailbox);
    if (progress) {
      settled.accept(mailbox);
    }
  }
}
