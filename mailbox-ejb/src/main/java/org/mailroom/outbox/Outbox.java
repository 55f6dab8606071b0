package org.mailroom.outbox;

import jakarta.ejb.Stateless;
import java.util.Map;
import java.util.Optional;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * The transactional outbox: a message enqueued here leaves if, and only if, the caller's
 * transaction commits.
 *
 * <p>Promise: at least once, nothing lost after the commit, the same bytes and Message-ID on every
 * try. Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
public class Outbox {
  /**
   * Renders the message to its final MIME bytes and queues it. A route {@link Route.Way#NONE} holds
   * it as {@code NO_OUTBOX}.
   *
   * @throws IllegalArgumentException if there is no recipient
   */
  public OutboxMessageId enqueue(OutgoingMail mail) {
    throw new UnsupportedOperationException();
  }

  /** The system's default outbox: the mailbox marked default, else the Mail Session, else none. */
  public Route defaultRoute() {
    throw new UnsupportedOperationException();
  }

  /**
   * Tries a message again now: one that failed, is uncertain or waits for its next try.
   *
   * @throws MessageNotInState if it is sent, being sent or cancelled
   */
  public void retry(OutboxMessageId id) {
    throw new UnsupportedOperationException();
  }

  /** Lets a message wait until {@link #release}. */
  public void hold(OutboxMessageId id, String reason) {
    throw new UnsupportedOperationException();
  }

  public void release(OutboxMessageId id) {
    throw new UnsupportedOperationException();
  }

  /** Never sends it. */
  public void cancel(OutboxMessageId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Sends a waiting or failed message by another way; it is rendered anew with that way's From and
   * keeps its Message-ID.
   */
  public void reroute(OutboxMessageId id, Route route) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws MessageNotFound if there is none
   */
  public OutboxMessageView get(OutboxMessageId id) {
    throw new UnsupportedOperationException();
  }

  public Page<OutboxMessageView> list(OutboxQuery query, Slice slice) {
    throw new UnsupportedOperationException();
  }

  /** The message as it is or was sent (RFC 5322). */
  public byte[] raw(OutboxMessageId id) {
    throw new UnsupportedOperationException();
  }

  /** What the message with this Message-ID was about, if it is one of ours with our signature. */
  public Optional<String> referenceOf(String messageId) {
    throw new UnsupportedOperationException();
  }

  /** How many messages are in each state. */
  public Map<MessageState, Long> counts() {
    throw new UnsupportedOperationException();
  }
}
