package org.mailroom.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.mailroom.delivery.Transmission.Trouble;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.TokenTrouble;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxQueue;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutboxQueue.Settlement;

/**
 * Claims, sends and settles a batch of one lane. Sends outside any transaction; safe to run several
 * times at once and on several nodes.
 */
final class Courier {
  private static final System.Logger LOG = System.getLogger(Courier.class.getName());

  private final OutboxQueue queue;
  private final MailTransport transport;
  private final Accounts accounts;
  private final Leases leases;
  private final DeliverySettings settings;
  private final Clock clock;
  private volatile boolean stopped;

  Courier(
      OutboxQueue queue,
      MailTransport transport,
      Accounts accounts,
      Leases leases,
      DeliverySettings settings,
      Clock clock) {
    this.queue = queue;
    this.transport = transport;
    this.accounts = accounts;
    this.leases = leases;
    this.settings = settings;
    this.clock = clock;
  }

  /** Ends after the message at hand. */
  void stop() {
    stopped = true;
  }

  /**
   * Delivers one batch, or as much of it as fits into a slice of time.
   *
   * @return whether more is likely to be due
   */
  boolean round(Lane lane, LaneHealth health) {
    Optional<Account> account = stopped ? Optional.empty() : account(lane, health);
    if (account.isEmpty()) {
      return false;
    }
    Instant end = clock.instant().plus(settings.slice());
    return deliver(new Round(lane, account.get(), health, leases.open(), end));
  }

  private Optional<Account> account(Lane lane, LaneHealth health) {
    try {
      return accounts.of(lane);
    } catch (TokenTrouble none) {
      health.failed(new Trouble(none.trouble(), none.getMessage()));
      return Optional.empty();
    } catch (Failure unusable) {
      health.failed(new Trouble(MailboxAccess.Trouble.SETTINGS, unusable.getMessage()));
      return Optional.empty();
    }
  }

  private boolean deliver(Round round) {
    try {
      List<Leased> batch = queue.claim(round.lane(), settings.batch(), round.lease());
      for (Leased message : batch) {
        if (!goesOn(round) || !deliver(message, round)) {
          queue.giveBack(round.lease().token());
          return round.health().lets();
        }
      }
      return batch.size() == settings.batch();
    } finally {
      leases.close(round.lease());
    }
  }

  private boolean goesOn(Round round) {
    return !stopped
        && round.health().lets()
        && leases.holds(round.lease())
        && !clock.instant().isAfter(round.end());
  }

  private boolean deliver(Leased message, Round round) {
    Transmission sent = transport.send(round.lane(), round.account(), message);
    boolean refused = !sent.tried() && sent.trouble().filter(Trouble::login).isPresent();
    Optional<Transmission> again = refused ? again(message, round) : Optional.empty();
    // the rest of the batch follows with the token that has proved good
    return settled(message, again.orElse(sent), round) && again.isEmpty();
  }

  private boolean settled(Leased message, Transmission sent, Round round) {
    boolean settled = sent.tried() && settle(message, sent, round);
    sent.trouble().ifPresentOrElse(round.health()::failed, round.health()::worked);
    refusal(sent).ifPresent(round.health()::refused);
    return settled && sent.trouble().isEmpty();
  }

  /** A token may be refused before its time; then another one is tried, once. */
  private Optional<Transmission> again(Leased message, Round round) {
    try {
      return accounts
          .afterRefusal(round.account())
          .map(account -> transport.send(round.lane(), account, message));
    } catch (TokenTrouble none) {
      Trouble trouble = new Trouble(none.trouble(), none.getMessage());
      return Optional.of(new Transmission(Map.of(), Optional.of(trouble)));
    }
  }

  private static Optional<String> refusal(Transmission sent) {
    return sent.results().values().stream()
        .filter(DeliveryResult.Refused.class::isInstance)
        .map(DeliveryResult::words)
        .findFirst();
  }

  private boolean settle(Leased message, Transmission sent, Round round) {
    Instant now = clock.instant();
    Settlement settlement = new Settlement(now, sent.results(), next(message, now));
    Optional<MessageState> state = queue.settle(message.id(), round.lease().token(), settlement);
    LOG.log(
        System.Logger.Level.INFO,
        "message={0} state={1} lane={2} try={3}",
        message.id(),
        state.map(MessageState::name).orElse("LEASE_LOST"),
        round.lane(),
        message.failures() + 1);
    return state.isPresent();
  }

  private Optional<Instant> next(Leased message, Instant now) {
    double chance = ThreadLocalRandom.current().nextDouble();
    return settings.retries().nextAttempt(message.failures() + 1, now, chance);
  }

  /** One batch on its way. */
  private record Round(Lane lane, Account account, LaneHealth health, Lease lease, Instant end) {}
}
