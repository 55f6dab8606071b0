package org.mailroom.inbound;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.mailbox.MailboxId;

/**
 * Finds stored mail that is to be processed, whoever stored it and whenever, and has it processed
 * by a few workers: one a mailbox, so that its mail stays in order.
 */
final class ProcessingRounds {
  private static final System.Logger LOG = System.getLogger(ProcessingRounds.class.getName());
  private static final int WORKERS = 4;
  private static final int MAILS_AT_ONCE = 100;

  private final Transactions transactions;
  private final StoredMails mails;
  private final Clock clock;
  private final Executor executor;
  private final Predicate<ReceivedId> processing;
  private final Consumer<MailboxId> settled;
  private final Set<MailboxId> running = ConcurrentHashMap.newKeySet();

  /**
   * @param processing says whether anything has come of the mail
   * @param settled is told the mailbox of such mail
   */
  ProcessingRounds(
      Transactions transactions,
      StoredMails mails,
      Clock clock,
      Executor executor,
      Predicate<ReceivedId> processing,
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

  private synchronized void start(MailboxId mailbox) {
    if (running.size() >= WORKERS || !running.add(mailbox)) {
      return;
    }
    try {
      executor.execute(() -> processAll(mailbox));
    } catch (RuntimeException e) {
      running.remove(mailbox);
      throw e;
    }
  }

  private void processAll(MailboxId mailbox) {
    boolean progress = false;
    try {
      progress = process(mailbox);
      if (progress) {
        settled.accept(mailbox);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "inbound.processing_broken mailbox=" + mailbox, e);
    } finally {
      running.remove(mailbox);
    }
    if (progress) {
      // more of this mailbox, or another one that found no worker free
      run();
    }
  }

  private boolean process(MailboxId mailbox) {
    List<ReceivedId> waiting =
        transactions.call(() -> mails.waiting(mailbox, clock.instant(), MAILS_AT_ONCE));
    return waiting.stream().filter(processing).count() > 0;
  }
}
