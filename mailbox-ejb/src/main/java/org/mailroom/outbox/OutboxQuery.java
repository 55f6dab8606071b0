package org.mailroom.outbox;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;

/**
 * Which messages a list shows; what is empty does not narrow it. Newest first.
 *
 * @param lane through what they leave or left
 * @param party on whose behalf they are, such as the id of a contract
 * @param text words, all of which the subject or the addresses of the recipients have words that
 *     begin with, ignoring case and accents
 * @param from queued then or later
 * @param to queued before
 */
public record OutboxQuery(
    Optional<String> reference,
    Optional<MessageState> state,
    Optional<Lane> lane,
    Optional<String> party,
    Optional<String> text,
    Optional<Instant> from,
    Optional<Instant> to) {
  public OutboxQuery(
      Optional<String> reference, Optional<MessageState> state, Optional<MailboxId> mailbox) {
    this(
        reference,
        state,
        mailbox.map(Lane::of),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public static OutboxQuery all() {
    return new OutboxQuery(Optional.empty(), Optional.empty(), Optional.empty());
  }

  public static OutboxQuery about(String reference) {
    return new OutboxQuery(Optional.of(reference), Optional.empty(), Optional.empty());
  }
}
