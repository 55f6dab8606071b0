package org.mailroom.outbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailroom.access.Allowed;
import org.mailroom.outbox.jpa.AcceptedMail;
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
  /** Up to so many bytes are loaded together; what is more is a big message. */
  public static final long TOGETHER = 512L << 10;

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
   * @param raw its bytes, not to be changed; null as long as they are not loaded
   * @param failures passing refusals so far
   * @param size how many bytes
   * @param divertedTo where it goes instead, whatever the switches say by now
   * @param queuedAt since when it is tried to deliver it
   */
  public record Leased(
      OutboxMessageId id,
      String from,
      List<String> recipients,
      byte[] raw,
      int failures,
      long size,
      Optional<String> divertedTo,
      Instant queuedAt) {
    /** A message at hand that goes to its recipients, queued long ago. */
    public Leased(
        OutboxMessageId id, String from, List<String> recipients, byte[] raw, int failures) {
      this(id, from, recipients, raw, failures, raw.length, Optional.empty(), Instant.EPOCH);
    }

    /** The same with its bytes, or without them. */
    public Leased with(byte[] bytes) {
      return new Leased(id, from, recipients, bytes, failures, size, divertedTo, queuedAt);
    }

    /** The same message to other recipients. */
    public Leased to(List<String> others) {
      return new Leased(id, from, others, raw, failures, size, divertedTo, queuedAt);
    }
  }

  /**
   * How a try ended.
   *
   * @param token of the lease under which it was made
   * @param results by recipient
   * @param nextAttempt when to try again for those who still wait; empty to give them up
   * @param divertedTo where it was sent instead of to its recipients
   */
  public record Settlement(
      String token,
      Instant at,
      Map<String, DeliveryResult> results,
      Optional<Instant> nextAttempt,
      Optional<String> divertedTo) {
    /** Of a try to its recipients. */
    public Settlement(
        String token,
        Instant at,
        Map<String, DeliveryResult> results,
        Optional<Instant> nextAttempt) {
      this(token, at, results, nextAttempt, Optional.empty());
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

    /** Whether it was accepted for all who were judged, with the same words, and nobody else. */
    public boolean acceptedAlike() {
      return divertedTo.isEmpty()
          && results.values().stream().allMatch(DeliveryResult.Accepted.class::isInstance)
          && results.values().stream().distinct().count() == 1;
    }
  }

  @Inject OutboxStore store;
  @Inject LeaseStore leases;
  @Inject AcceptedMail accepted;
  @Inject SettledMail settled;
  @Inject Clock clock;

  /** The lanes in which messages are due. */
  public List<Lane> due() {
    return leases.due(clock.instant());
  }

  /**
   * Takes due messages of a lane that nobody else is taking: those that people wait for, then
   * routine mail, which always gets a share; of each the oldest first. Their bytes come with them
   * if they are no more than {@link #TOGETHER}, else apart: see {@link #bodies}.
   */
  public List<Leased> claim(Lane lane, int most, Lease lease) {
    return leases.claim(lane, most, byDatabase(lease), clock.instant());
  }

  // nodes need not agree on the time, nor one with itself: leases end by the database's clock
  private Lease byDatabase(Lease lease) {
    Duration time = Duration.between(clock.instant(), lease.until());
    return new Lease(lease.node(), lease.token(), leases.now().plus(time));
  }

  /** The bytes of messages that the caller has claimed. */
  public Map<OutboxMessageId, byte[]> bodies(List<OutboxMessageId> ids) {
    return leases.bodies(ids);
  }

  /** Makes a lease last longer. */
  public void extend(Lease lease) {
    leases.extend(byDatabase(lease));
  }

  /**
   * Writes down how the tries of some messages ended, all or none of them, whoever made them.
   *
   * @return the state each is in now; without those whose lease was lost, which were not changed
   */
  public Map<OutboxMessageId, MessageState> settle(Map<OutboxMessageId, Settlement> settlements) {
    Map<OutboxMessageId, MessageState> states = new LinkedHashMap<>();
    accepted.settle(settlements).forEach(id -> states.put(id, MessageState.SENT));
    settlements.entrySet().stream()
        .filter(s -> !states.containsKey(s.getKey()))
        .forEach(
            s ->
                leases
                    .end(s.getKey(), s.getValue().token())
                    .ifPresent(m -> states.put(m.id(), settle(m, s.getValue()))));
    settled.count(states.values());
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

  /** Gives back all that was held beyond its time; what is new does not wait for a clock. */
  public int giveBackExpired() {
    leases.undateNew(clock.instant());
    return leases.giveBackExpired(leases.now());
  }
}
