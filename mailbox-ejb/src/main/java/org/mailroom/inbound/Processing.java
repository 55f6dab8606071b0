package org.mailroom.inbound;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mailroom.inbound.mime.MimeParser;
import org.mailroom.inbound.model.Portion;
import org.mailroom.inbound.model.ProcessingRetry;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.transaction.TakingAlong;

/**
 * Turns stored mail into what it means: its meaning and its ledger row are one transaction, which
 * mails that have nothing to do with each other may share. A failed try is counted in another one.
 */
final class Processing {
  private static final System.Logger LOG = System.getLogger(Processing.class.getName());

  /** With others who hold mail in memory; a mail that must wait longer is found again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** For mails that share a transaction, as others wait for what it holds. */
  private static final Duration MOST_TIME = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final StoredMails mails;
  private final MimeParser parser;
  private final Function<IncomingMail, Outcome> handler;
  private final Clock clock;
  private final ReadingBudget budget;

  Processing(
      Transactions transactions,
      StoredMails mails,
      MimeParser parser,
      Function<IncomingMail, Outcome> handler,
      Clock clock,
      ReadingBudget budget) {
    this.transactions = transactions;
    this.mails = mails;
    this.parser = parser;
    this.handler = handler;
    this.clock = clock;
    this.budget = budget;
  }

  /**
   * Returns whether anything has come of the mail: false if others have it at present, or there is
   * no room for it in memory.
   */
  boolean process(Portion portion) {
    return portion.related() ? inOrder(portion.mails()) : together(portion.mails());
  }

  /** The same with a transaction for each mail. */
  boolean processApart(Portion portion) {
    return portion.related() ? inOrder(portion.mails()) : each(portion.mails());
  }

  private boolean each(List<ReceivedId> ids) {
    return ids.stream().filter(this::process).count() > 0;
  }

  /** What follows waits until something has come of what is before it. */
  private boolean inOrder(List<ReceivedId> ids) {
    return ids.stream().takeWhile(this::process).count() > 0;
  }

  /** For the price of one transaction; where one of them fails, each has its own. */
  private boolean together(List<ReceivedId> ids) {
    try {
      return settle(ids);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.log(Level.DEBUG, "inbound.processed_apart", e);
      return each(ids);
    }
  }

  private boolean settle(List<ReceivedId> ids) {
    List<ReceivedMail> settled =
        TakingAlong.call(() -> transactions.call(() -> settled(mails.claim(ids))));
    settled.forEach(Processing::log);
    return !settled.isEmpty();
  }

  /** What there is no time for is found again. */
  private List<ReceivedMail> settled(List<ReceivedMail> claimed) {
    long start = System.nanoTime();
    return claimed.stream()
        .takeWhile(mail -> System.nanoTime() - start < MOST_TIME.toNanos())
        .filter(this::settled)
        .toList();
  }

  private boolean process(ReceivedId id) {
    try {
      return settle(List.of(id));
    } catch (RuntimeException | StackOverflowError e) {
      log(id, innermost(e));
      transactions.run(() -> mails.claim(id).ifPresent(mail -> failed(mail, e)));
      return true;
    }
  }

  private boolean settled(ReceivedMail mail) {
    // its bytes, and its files
    return budget.hold(2 * mail.size(), PATIENCE, () -> mail.settle(outcome(mail)));
  }

  private Outcome outcome(ReceivedMail mail) {
    byte[] raw = mails.raw(mail.id());
    return parser
        .read(mail.id(), mail.mailbox(), mail.receivedAt(), raw)
        .fold(handler, Outcome::quarantined);
  }

  private void failed(ReceivedMail mail, Throwable e) {
    Instant now = clock.instant();
    mail.failed(words(e), next(mail, innermost(e), now));
  }

  private static Optional<Instant> next(ReceivedMail mail, Throwable cause, Instant now) {
    int failures = mail.attempts() + 1;
    return cause instanceof NotNow
        ? Optional.of(ProcessingRetry.patient(failures, now))
        : ProcessingRetry.after(failures, now);
  }

  private static String words(Throwable e) {
    Throwable cause = innermost(e);
    return "Processing failed: "
        + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
  }

  /** Containers wrap what was thrown. */
  private static Throwable innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static void log(ReceivedMail mail) {
    LOG.log(
        Level.INFO,
        () ->
            "inbound.settled received=%s mailbox=%s state=%s reference=%s"
                .formatted(mail.id(), mail.mailbox(), mail.state(), mail.reference().orElse("-")));
  }

  /** Without the message, which may quote the mail; the ledger has it. */
  private static void log(ReceivedId id, Throwable cause) {
    String where = Stream.of(cause.getStackTrace()).map(Object::toString).findFirst().orElse("-");
    LOG.log(
        Level.WARNING,
        () ->
            "inbound.processing_failed received=%s cause=%s at=%s"
                .formatted(id, cause.getClass().getName(), where));
  }
}
