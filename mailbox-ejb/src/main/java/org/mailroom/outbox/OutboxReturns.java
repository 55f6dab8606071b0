package org.mailroom.outbox;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.jpa.OutboxStore;
import org.mailroom.outbox.model.MessageIds;
import org.mailroom.outbox.model.OutboxMessage;
import org.mailroom.vault.Vault;

/**
 * What becomes of messages that come back after their server had accepted them. Joins the caller's
 * transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed
public class OutboxReturns {
  @Inject OutboxStore store;
  @Inject Vault vault;
  @Inject Clock clock;

  /**
   * Writes into a message's history what is reported of its recipients; those it was returned for
   * are {@code BOUNCED}, and with them the message. What is reported of others is left out, so
   * nobody can report of addresses that the message never went to.
   *
   * @param messageId as the report quotes it
   * @return empty if it is no message of ours, with our signature, to any of them
   */
  public Optional<ReturnedMessage> note(String messageId, List<NonDelivery> reported) {
    return new MessageIds(vault)
        .ours(messageId)
        .flatMap(store::idOf)
        .map(store::locked)
        .flatMap(message -> note(message, reported));
  }

  /**
   * The message that {@link #note} would write to; nothing is written.
   *
   * @return empty if it is no message of ours, with our signature, to any of them
   */
  public Optional<ReturnedMessage> find(String messageId, List<NonDelivery> reported) {
    return new MessageIds(vault)
        .ours(messageId)
        .flatMap(store::idOf)
        .map(store::get)
        .flatMap(message -> named(message, reported));
  }

  private static Optional<ReturnedMessage> named(
      OutboxMessage message, List<NonDelivery> reported) {
    List<EmailAddress> named =
        reported.stream().flatMap(it -> it.among(message.recipients()).stream()).toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReturnedMessage(message.id(), message.reference(), named));
  }

  private Optional<ReturnedMessage> note(OutboxMessage message, List<NonDelivery> reported) {
    for (NonDelivery report : reported) {
      report.among(message.recipients()).ifPresent(recipient -> note(message, recipient, report));
    }
    return named(message, reported);
  }

  private void note(OutboxMessage message, EmailAddress recipient, NonDelivery report) {
    store.noteSent(message);
    if (report.returned()) {
      message.bounced(recipient, report.reason(), report.words());
    }
    store.note(
        message,
        clock.instant(),
        "%s: %s: %s".formatted(recipient, report.reason().words(), report.words()));
  }
}
