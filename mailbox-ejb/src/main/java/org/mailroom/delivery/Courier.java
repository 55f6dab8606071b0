package org.mailroom.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
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
import org.mailroom.outbox.OutboxMessageId;
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
      List<Leased> claimed = queue.claim(round.lane(), settings.batch(), round.lease());
      if (send(claimed, round)) {
        return claimed.size() == settings.batch();
      }
      queue.giveBack(round.lease().token());
      return round.health().lets();
    } finally {
      leases.close(round.lease());
    }
  }

  private boolean send(List<Leased> claimed, Round round) {
    Map<Leased, Transmission> refused = new LinkedHashMap<>();
    Consignment batch =
        new Consignment(
            claimed,
            () -> goesOn(round),
            (message, sent) -> {
              if (refusedLogIn(sent)) {
                refused.put(message, sent);
                return false;
              }
              return settled(message, sent, round);
            });
    transport.send(round.lane(), round.account(), batch);
    refused.forEach((message, sent) -> sendWithOtherToken(message, sent, round));
    // the rest of the batch follows with the token that has proved good
    return batch.complete();
  }

  private boolean goesOn(Round round) {
    return !stopped
        && round.health().lets()
        && leases.holds(round.lease())
        && !clock.instant().isAfter(round.end());
  }

  private static boolean refusedLogIn(Transmission sent) {
    return !sent.tried() && sent.trouble().filter(Trouble::login).isPresent();
  }

  /** A token may be refused before its time; then another one is tried, once. */
  private void sendWithOtherToken(Leased message, Transmission refused, Round round) {
    try {
      accounts
          .afterRefusal(round.account())
          .ifPresentOrElse(
              account -> transport.send(round.lane(), account, alone(message, round)),
              () -> settled(message, refused, round));
    } catch (TokenTrouble none) {
      round.health().failed(new Trouble(none.trouble(), none.getMessage()));
    }
  }

  private Consignment alone(Leased message, Round round) {
    return new Consignment(
        List.of(message), () -> goesOn(round), (m, sent) -> settled(m, sent, round));
  }

  private boolean settled(Leased message, Transmission sent, Round round) {
    if (!sent.tried() && sent.trouble().isEmpty()) {
      return false;
    }
    boolean settled = sent.tried() && settle(message, sent, round);
    sent.trouble().ifPresentOrElse(round.health()::failed, round.health()::worked);
    refusal(sent).ifPresent(round.health()::refused);
    return settled && sent.trouble().isEmpty();
  }

  private static Optional<String> refusal(Transmission sent) {
    return sent.results().values().stream()
        .filter(DeliveryResult.Refused.class::isInstance)
        .map(DeliveryResult::words)
        .findFirst();
  }

  private boolean settle(Leased message, Transmission sent, Round round) {
    Instant now = clock.instant();
    Settlement settlement =
        new Settlement(now, sent.results(), next(message, now), sent.divertedTo());
    Map<OutboxMessageId, MessageState> states =
        queue.settle(round.lease().token(), Map.of(message.id(), settlement));
    Optional<MessageState> state = Optional.ofNullable(states.get(message.id()));
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
