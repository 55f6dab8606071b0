package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.mailroom.delivery.MailTransport.Batch;
import org.mailroom.delivery.Transmission;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.vault.Secret;

/** One logged-in connection to a server, for one worker at a time. */
final class SmtpConnection {
  private static final System.Logger LOG = System.getLogger(SmtpConnection.class.getName());

  // a server that wants shorter sessions ends them itself, which costs no message anything
  private static final int MOST_MESSAGES = 1_000;
  private static final Duration TRUSTED = Duration.ofSeconds(30);
  private static final Duration KEPT = Duration.ofSeconds(60);
  // connecting, TLS and log-in together
  private static final Duration OPENING = Duration.ofSeconds(60);

  private final SmtpDialogue dialogue;
  private final Phase phase;
  private final Account account;
  private final Clock clock;
  private int messages;
  private boolean broken;
  private Instant lastUsed = Instant.MIN;

  private SmtpConnection(SmtpDialogue dialogue, Phase phase, Account account, Clock clock) {
    this.dialogue = dialogue;
    this.phase = phase;
    this.account = account;
    this.clock = clock;
  }

  static SmtpConnection open(Account account, Properties settings, Phase phase, Clock clock)
      throws MessagingException {
    String protocol = ConnectionProperties.protocolOf(account);
    SmtpDialogue dialogue = new SmtpDialogue(settings, protocol, phase);
    String password = account.password().map(Secret::reveal).orElse(null);
    phase.begin(OPENING);
    try {
      dialogue.connect(account.server(), account.port(), account.user(), password);
    } catch (MessagingException e) {
      throw phase.explained(e);
    } finally {
      phase.end();
    }
    return new SmtpConnection(dialogue, phase, account, clock);
  }

  /**
   * Sends a message and those that follow it, until there are no more, the connection has had its
   * share, or something is wrong.
   *
   * @return a message that this connection was too old for: the server had ended it meanwhile
   */
  Optional<Leased> carry(Leased first, Batch batch) {
    Optional<MailTransaction> present = Optional.of(begin(first));
    announce(present.get());
    while (present.isPresent()) {
      MailTransaction message = present.get();
      Optional<MailTransaction> next = message.offer() ? deliver(message, batch) : Optional.empty();
      if (message.neverBegan() && messages > 1) {
        broken = true;
        return Optional.of(message.message());
      }
      present = ended(message, next, batch);
    }
    lastUsed = clock.instant();
    return Optional.empty();
  }

  private MailTransaction begin(Leased message) {
    messages++;
    return new MailTransaction(dialogue, message);
  }

  // if the connection is gone already, the offer finds out
  private void announce(MailTransaction message) {
    if (dialogue.pipelines() && !message.commands().isEmpty()) {
      try {
        dialogue.announce(message.commands());
      } catch (MessagingException gone) {
        LOG.log(System.Logger.Level.DEBUG, "A connection was gone.", gone);
      }
    }
  }

  /** Sends the message itself; the next one is announced behind it where the server allows that. */
  private Optional<MailTransaction> deliver(MailTransaction message, Batch batch) {
    Optional<MailTransaction> next = dialogue.pipelines() ? another(batch) : Optional.empty();
    if (message.transfer(next.map(MailTransaction::commands).orElse(List.of()))) {
      message.hear(account.policy().patience());
    }
    return next;
  }

  private Optional<MailTransaction> another(Batch batch) {
    return hasRoom() ? batch.next().map(this::begin) : Optional.empty();
  }

  private Optional<MailTransaction> ended(
      MailTransaction message, Optional<MailTransaction> next, Batch batch) {
    Transmission outcome = message.outcome();
    batch.ended(message.message(), outcome);
    broken = outcome.trouble().isPresent();
    if (broken) {
      next.ifPresent(untouched -> batch.ended(untouched.message(), Transmission.untried()));
      return Optional.empty();
    }
    if (next.isPresent()) {
      return next;
    }
    Optional<MailTransaction> following = another(batch);
    following.ifPresent(this::announce);
    return following;
  }

  /** Whether another message may be sent over it. */
  boolean reusable() {
    return !broken && hasRoom();
  }

  private boolean hasRoom() {
    return messages < MOST_MESSAGES && !dialogue.isSpent();
  }

  /** Whether something went wrong with it. */
  boolean isBroken() {
    return broken;
  }

  /** Whether it belongs to these settings and still answers, as far as that is in doubt. */
  boolean fits(Account wanted, Instant now) {
    return account.equals(wanted)
        && (now.isBefore(lastUsed.plus(TRUSTED)) || dialogue.isConnected());
  }

  boolean idleTooLong(Instant now) {
    return !now.isBefore(lastUsed.plus(KEPT));
  }

  Phase phase() {
    return phase;
  }

  void close() {
    try {
      dialogue.close();
    } catch (MessagingException e) {
      LOG.log(System.Logger.Level.DEBUG, "A connection could not be closed in order.", e);
    }
  }
}
