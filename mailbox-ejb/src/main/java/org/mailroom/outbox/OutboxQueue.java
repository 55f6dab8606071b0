package org.mailroom.outbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.access.Allowed;
import org.mailroom.outbox.jpa.LeaseStore;
import org.mailroom.outbox.jpa.OutboxStore;
import org.mailroom.outbox.model.OutboxMessage;

/**
 * The outbox as its delivery sees it: claim, renew, settle, give back. Never for console or REST.
 *
 * <p>A claim is a lease with a fencing token: whoever comes back after losing it changes nothing.
 * Each call joins the caller's transaction or starts a short one. Stateless and thread-safe.
 */
@Stateless
@Allowed
public class OutboxQueue {
  /**
   * The right to send some messages until a time.
   *
   * @param node who holds it
   * @param token new for each claim
   */
  public record Lease(String node, String token, Instant until) {}

  /**
   * A message to be sent now by the holder of a lease.
   *
   * @param from the envelope sender
   * @param recipients those who have not got it yet
   * @param failures passing refusals so far
   * @param divertedTo where it goes instead, whatever the switches say by now
   */
  public record Leased(
      OutboxMessageId id,
      String from,
      List<String> recipients,
      byte[] raw,
      int failures,
      Optional<String> divertedTo) {
    /** A message that goes to its recipients. */
    public Leased(
        OutboxMessageId id, String from, List<String> recipients, byte[] raw, int failures) {
      this(id, from, recipients, raw, failures, Optional.empty());
    }

    /** The same message to other recipients. */
    public Leased to(List<String> others) {
      return new Leased(id, from, others, raw, failures, divertedTo);
    }
  }

  /**
   * How a try ended.
   *
   * @param results by recipient
   * @param nextAttempt when to try again for those who still wait; empty to give them up
   * @param divertedTo where it was sent instead of to its recipients
   */
  public record Settlement(
      Instant at,
      Map<String, DeliveryResult> results,
      Optional<Instant> nextAttempt,
      Optional<String> divertedTo) {
    /** Of a try to its recipients. */
    public Settlement(
        Instant at, Map<String, DeliveryResult> results, Optional<Instant> nextAttempt) {
      this(at, results, nextAttempt, Optional.empty());
    }

    /** What was said, once if it was the same for all. */
    public String words() {
      List<String> words = results.values().stream().map(DeliveryResult::words).distinct().toList();
      if (words.size() <= 1) {
        return String.join("", words);
      }
      return results.entrySet().stream()
          .map(result -> result.getKey() + ": " + result.getValue().words())
          .collect(Collectors.joining(" | "));
    }
  }

  @Inject OutboxStore store;
  @Inject LeaseStore leases;
  @Inject Clock clock;

  /** The lanes in which messages are due. */
  public List<Lane> due() {
    return leases.due(clock.instant());
  }

  /** Takes the oldest due messages of a lane that nobody else is taking. */
  public List<Leased> claim(Lane lane, int most, Lease lease) {
    return leases.claim(lane, most, lease, clock.instant());
  }

  /** Makes a lease last longer. */
  public void extend(Lease lease) {
    leases.extend(lease);
  }

  /**
   * Writes down how the tries of some messages ended, all or none of them.
   *
   * @return the state each is in now; without those whose lease was lost, which were not changed
   */
  public Map<OutboxMessageId, MessageState> settle(
      String token, Map<OutboxMessageId, Settlement> settlements) {
    Map<OutboxMessageId, MessageState> states = new LinkedHashMap<>();
    settlements.forEach(
        (id, settlement) ->
            leases.held(id, token).ifPresent(m -> states.put(id, settle(m, settlement))));
    return states;
  }

  private MessageState settle(OutboxMessage message, Settlement s) {
    message.settle(s);
    store.note(message, s.at(), message.lastReply());
    return message.state();
  }

  /** Gives back what is left of a lease; it costs the messages no attempt. */
  public int giveBack(String token) {
    return leases.giveBack(token);
  }

  /** Gives back all that a node held, when it starts again after a crash. */
  public int giveBackOf(String node) {
    return leases.giveBackOf(node);
  }

  /** Gives back all that was held beyond its time. */
  public int giveBackExpired() {
    return leases.giveBackExpired(clock.instant());
  }
}
