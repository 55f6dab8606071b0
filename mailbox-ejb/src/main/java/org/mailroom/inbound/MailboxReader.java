package org.mailroom.inbound;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.mailroom.environment.NodeId;
import org.mailroom.failure.Failure;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.LeaseLost;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.MailSources;
import org.mailroom.inbound.model.ReadingPace;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.TokenTrouble;

/** Reads one mailbox that is due: lease, one turn, and a report of how it went. Never throws. */
final class MailboxReader {
  /** After this another node reads a mailbox whose node does not look after it any more. */
  private static final Duration IDLE_GRACE = Duration.ofMinutes(1);

  private static final System.Logger LOG = System.getLogger(MailboxReader.class.getName());

  private final MailboxAccess access;
  private final MailSources sources;
  private final Shelf shelf;
  private final ReadingPace pace;
  private final NodeId node;
  private final Clock clock;
  private final IdleRoom idle;
  private final ReadingBudget budget;
  private final Executor storing;

  MailboxReader(
      MailboxAccess access,
      MailSources sources,
      Shelf shelf,
      ReadingPace pace,
      NodeId node,
      Clock clock,
      IdleRoom idle,
      ReadingBudget budget,
      Executor storing) {
    this.access = access;
    this.sources = sources;
    this.shelf = shelf;
    this.pace = pace;
    this.node = node;
    this.clock = clock;
    this.idle = idle;
    this.budget = budget;
    this.storing = storing;
  }

  /**
   * @param stored is run after each batch that was stored
   */
  void read(MailboxId mailbox, Runnable stored) {
    try {
      shelf.lease(mailbox, node).ifPresent(lease -> read(lease, stored));
    } catch (RuntimeException e) {
      // such as a database that is away; the lease runs out and the next round tries again
      LOG.log(Level.ERROR, "inbound.reading_broken mailbox=" + mailbox, e);
    }
  }

  private void read(Lease lease, Runnable stored) {
    Instant startedAt = clock.instant();
    try {
      Account account = access.account(lease.mailbox()).orElseThrow();
      Optional<WhyNoIdle> waitsNot = turn(lease, account, stored);
      access.worked(lease.mailbox(), clock.instant());
      shelf.move(lease, it -> leave(it, startedAt, waitsNot));
    } catch (LeaseLost e) {
      LOG.log(Level.WARNING, "inbound.lease_lost mailbox=" + lease.mailbox());
    } catch (Failure e) {
      report(lease, trouble(e), e.getMessage());
      backOff(lease, startedAt);
    } catch (RuntimeException | OutOfMemoryError e) {
      // a server may make the library ask for more memory than there is, which harms nobody else
      LOG.log(Level.ERROR, "inbound.reading_broken mailbox=" + lease.mailbox(), e);
      backOff(lease, startedAt);
    }
  }

  /** Returns why its connection does not wait for news; empty if it does, as all is read. */
  private Optional<WhyNoIdle> turn(Lease lease, Account account, Runnable stored) {
    MailSource source = idle.take(account).orElseGet(() -> open(account));
    boolean waits = false;
    try {
      Optional<WhyNoIdle> waitsNot =
          turn(lease, account, source, stored)
              ? idle.keep(account, source)
              : Optional.of(WhyNoIdle.CATCHING_UP);
      waits = waitsNot.isEmpty();
      return waitsNot;
    } finally {
      if (!waits) {
        source.close();
      }
    }
  }

  private boolean turn(Lease lease, Account account, MailSource source, Runnable stored) {
    MailboxTurn turn =
        new MailboxTurn(shelf, clock, lease, source, stored, budget, new Storing(storing));
    boolean all = turn.run(account);
    turn.refusal().ifPresent(it -> access.refused(lease.mailbox(), it, clock.instant()));
    return all;
  }

  private void leave(Cursor cursor, Instant startedAt, Optional<WhyNoIdle> waitsNot) {
    if (waitsNot.isEmpty()) {
      Instant next = pace.whileWaiting(clock.instant(), chance());
      cursor.idle(startedAt, next, node, next.plus(IDLE_GRACE));
    } else {
      boolean more = waitsNot.get() == WhyNoIdle.CATCHING_UP;
      cursor.rest(startedAt, more ? clock.instant() : later(), waitsNot.get());
    }
  }

  /** A token may be refused before its time; then another one is tried, once. */
  private MailSource open(Account account) {
    try {
      return sources.open(account);
    } catch (SourceTrouble refused) {
      if (refused.trouble() != Trouble.LOGIN) {
        throw refused;
      }
      return sources.open(access.withOtherToken(account).orElseThrow(() -> refused));
    }
  }

  private Instant later() {
    return pace.afterSuccess(clock.instant(), chance());
  }

  private static Trouble trouble(Failure e) {
    if (e instanceof TokenTrouble token) {
      return token.trouble();
    }
    // else such as a password that the present master key does not open
    return e instanceof SourceTrouble source ? source.trouble() : Trouble.SETTINGS;
  }

  private void report(Lease lease, Trouble trouble, String words) {
    boolean paused = access.failed(lease.mailbox(), trouble, words, clock.instant());
    LOG.log(
        Level.WARNING,
        () ->
            "inbound.reading_failed mailbox=%s trouble=%s paused=%s"
                .formatted(lease.mailbox(), trouble, paused));
  }

  private void backOff(Lease lease, Instant startedAt) {
    Instant now = clock.instant();
    shelf.move(
        lease, it -> it.failed(startedAt, pace.afterFailure(it.failures() + 1, now, chance())));
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
