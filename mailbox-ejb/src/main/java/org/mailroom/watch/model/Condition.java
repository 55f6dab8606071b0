package org.mailroom.watch.model;

import java.time.Duration;
import java.time.Instant;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.WaitingMessages;
import org.mailroom.watch.AlertKind;

/**
 * What is found wrong with a mailbox, or with messages, in one round.
 *
 * @param name of the mailbox
 * @param urgency rises as an expiry comes near; people are told anew with each step
 */
public record Condition(Lane lane, String name, AlertKind kind, int urgency, String words) {
  /** How long before it runs out people are told for the first time. */
  public static final Duration EARLY = Duration.ofDays(14);

  private static final Duration SOON = Duration.ofDays(7);
  private static final Duration AT_ONCE = Duration.ofDays(1);

  public static Condition broken(MailboxView mailbox) {
    return new Condition(
        Lane.of(mailbox.id()), mailbox.name(), AlertKind.BROKEN, 0, mailbox.lastError());
  }

  public static Condition ending(Expiry expiry, String name, Instant now) {
    return new Condition(
        Lane.of(expiry.mailbox()),
        name,
        kind(expiry.kind()),
        urgency(expiry.at(), now),
        words(expiry, now));
  }

  /** Messages wait for a person. */
  public static Condition waiting(WaitingMessages waiting, String name) {
    String words =
        "%d waiting, the oldest since %s"
            .formatted(waiting.messages(), Minute.of(waiting.oldest()));
    return new Condition(waiting.lane(), name, kind(waiting.state()), 0, words);
  }

  private static AlertKind kind(MessageState state) {
    return state == MessageState.HELD ? AlertKind.HELD : AlertKind.UNCERTAIN;
  }

  private static AlertKind kind(Expiry.Kind kind) {
    return switch (kind) {
      case CERTIFICATE -> AlertKind.CERTIFICATE;
      case CLIENT_SECRET -> AlertKind.CLIENT_SECRET;
      case CONSENT -> AlertKind.CONSENT;
    };
  }

  private static int urgency(Instant at, Instant now) {
    Duration left = Duration.between(now, at);
    if (left.compareTo(SOON) > 0) {
      return 0;
    }
    if (left.compareTo(AT_ONCE) > 0) {
      return 1;
    }
    return left.isNegative() ? 3 : 2;
  }

  private static String words(Expiry expiry, Instant now) {
    String what = expiry.what();
    return expiry.at().isBefore(now)
        ? "%s: expired %s".formatted(what, Minute.of(expiry.at()))
        : "%s: expires %s".formatted(what, Minute.of(expiry.at()));
  }
}
