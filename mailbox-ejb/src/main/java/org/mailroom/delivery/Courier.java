package org.mailroom.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiPredicate;
import org.mailroom.delivery.Transmission.Trouble;
import org.mailroom.failure.Failure;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.SendingPolicy.AfterLoss;
import org.mailroom.mailbox.TokenTrouble;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutboxQueue.Settlement;

/**
 * Claims, sends and settles a batch of one lane. Sends outside any transaction; safe to run several
 * times at once and on several nodes.
 */
final class Courier {
  private final Claims claims;
  private final MailTransport transport;
  private final Accounts accounts;
  private final DeliverySettings settings;
  private final Clock clock;
  private volatile boolean stopped;

  Courier(
      Claims claims,
      MailTransport transport,
      Accounts accounts,
      DeliverySettings settings,
      Clock clock) {
    this.claims = claims;
    this.transport = transport;
    this.accounts = accounts;
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
  boolean round(Lane lane, LaneHealth health, LaneLimits limits) {
    Optional<Account> account = stopped ? Optional.empty() : account(lane, health);
    int most = account.isEmpty() ? 0 : limits.take(settings.batch(), settings.workersPerLane());
    if (most == 0) {
      return false;
    }
    Instant end = clock.instant().plus(settings.slice());
    Claims.Claim claim = claims.of(lane, most);
    limits.giveBack(most - claim.messages().size());
    return deliver(new Round(lane, account.get(), health, claim, most, end));
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
    boolean complete = false;
    try {
      complete = send(round);
    } finally {
      round.claim().end(complete, () -> !stopped);
    }
    return complete ? round.claim().messages().size() == round.most() : round.health().lets();
  }

  private boolean send(Round round) {
    Map<Leased, Transmission> refused = new LinkedHashMap<>();
    Consignment batch =
        consignment(
            round.claim().messages(),
            round,
            (message, sent) -> {
              if (refusedLogIn(sent)) {
                refused.put(message, sent);
                return false;
              }
              return settled(message, sent, round);
            });
    send(round, round.account(), batch);
    refused.forEach((message, sent) -> sendWithOtherToken(message, sent, round));
    // the rest of the batch follows with the token that has proved good
    return batch.complete();
  }

  private void send(Round round, Account account, Consignment batch) {
    try {
      transport.send(round.lane(), account, batch);
    } finally {
      batch.close();
    }
  }

  private Consignment consignment(
      List<Leased> messages, Round round, BiPredicate<Leased, Transmission> settled) {
    return new Consignment(messages, () -> goesOn(round), round.claim().loading(), settled);
  }

  private boolean goesOn(Round round) {
    return !stopped
        && round.health().lets()
        && round.claim().holds()
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
              account -> send(round, account, alone(message, round)),
              () -> settled(message, refused, round));
    } catch (TokenTrouble none) {
      round.health().failed(new Trouble(none.trouble(), none.getMessage()));
    }
  }

  private Consignment alone(Leased message, Round round) {
    return consignment(List.of(message), round, (m, sent) -> settled(m, sent, round));
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
    SendingPolicy policy = round.account().policy();
    Settlement settlement =
        new Settlement(
            round.claim().token(),
            now,
            asking(sent.results(), policy),
            next(message, policy, now),
            sent.divertedTo());
    return round.claim().settling().add(message.id(), settlement);
  }

  /** What nobody knows is a person's to decide, where the mailbox says so. */
  private static Map<String, DeliveryResult> asking(
      Map<String, DeliveryResult> results, SendingPolicy policy) {
    Map<String, DeliveryResult> judged = new LinkedHashMap<>(results);
    if (policy.afterLoss() == AfterLoss.ASK) {
      judged.replaceAll((recipient, result) -> result.asking());
    }
    return judged;
  }

  private Optional<Instant> next(Leased message, SendingPolicy policy, Instant now) {
    double chance = ThreadLocalRandom.current().nextDouble();
    Instant end = message.queuedAt().plus(policy.giveUpAfter());
    return settings.retries().nextAttempt(message.failures() + 1, end, now, chance);
  }

  /** One batch on its way. */
  private record Round(
      Lane lane, Account account, LaneHealth health, Claims.Claim claim, int most, Instant end) {}
}
