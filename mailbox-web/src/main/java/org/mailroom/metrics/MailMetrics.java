package org.mailroom.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.outbox.MessageState;
import org.mailroom.watch.MailNumbersView;
import org.mailroom.watch.MailNumbersView.Kind;

/** Registers the gauges of mailboxes, of outgoing and of received mail. */
@ApplicationScoped
public class MailMetrics {
  private static final List<MessageState> WAITING =
      List.of(MessageState.QUEUED, MessageState.SENDING, MessageState.HELD, MessageState.UNCERTAIN);
  private static final List<MessageState> SETTLED =
      List.of(
          MessageState.SENT,
          MessageState.PARTLY_SENT,
          MessageState.FAILED,
          MessageState.UNCERTAIN,
          MessageState.QUEUED);

  @Inject MetricRegistry registry;
  @Inject FreshNumbers numbers;

  void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
    for (MailboxType type : MailboxType.values()) {
      for (MailboxStatus status : MailboxStatus.values()) {
        mailboxes(type, status);
      }
    }
    WAITING.forEach(this::waiting);
    gauge(
        "mailroom_oldest_queued_seconds",
        "Since when the oldest queued message waits",
        now -> now.oldestQueued().toSeconds());
    SETTLED.forEach(this::settled);
    for (ReceivedState state : ReceivedState.values()) {
      received(state);
    }
  }

  private void mailboxes(MailboxType type, MailboxStatus status) {
    gauge(
        "mailroom_mailboxes",
        "Mailboxes by type and status",
        now -> count(now.mailboxes(), new Kind(type, status)),
        new Tag("type", type.name()),
        new Tag("status", status.name()));
  }

  private void waiting(MessageState state) {
    gauge(
        "mailroom_messages_waiting",
        "Outgoing messages that are not settled, on all nodes",
        now -> count(now.waiting(), state),
        new Tag("state", state.name()));
  }

  private void settled(MessageState state) {
    gauge(
        "mailroom_tries",
        "Tries of this node to send a message since it started, by what became of the message",
        now -> count(now.settled(), state),
        new Tag("state", state.name()));
  }

  private void received(ReceivedState state) {
    gauge(
        "mailroom_received",
        "Mail that was ever read, by what became of it, on all nodes",
        now -> count(now.received(), state),
        new Tag("state", state.name()));
  }

  private static <K> double count(Map<K, Long> counts, K key) {
    return counts.getOrDefault(key, 0L);
  }

  private void gauge(
      String name, String description, ToDoubleFunction<MailNumbersView> number, Tag... tags) {
    Metadata metadata =
        Metadata.builder()
            .withName(name)
            .withDescription(description)
            .withUnit(MetricUnits.NONE)
            .build();
    registry.gauge(metadata, numbers, fresh -> fresh.of(number), tags);
  }
}
