package org.mailroom.delivery.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.mailroom.delivery.MailTransport;
import org.mailroom.delivery.Transmission;
import org.mailroom.mailbox.MailSessions;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxQueue.Leased;

/** Keeps the connections of each lane for its next messages; a lane never waits for another's. */
@ApplicationScoped
public class SmtpConnections implements MailTransport {
  private final Map<Lane, Deque<SmtpConnection>> idle = new ConcurrentHashMap<>();
  // of all connections there are, so that no server can hold one for ever
  private final Set<Phase> phases = ConcurrentHashMap.newKeySet();

  @Inject SmtpSettings settings;
  @Inject MailSessions sessions;
  @Inject Clock clock;

  @Override
  public void send(Lane lane, Account account, Batch batch) {
    Optional<Leased> next = batch.next();
    while (next.isPresent()) {
      Optional<SmtpConnection> connection = connection(lane, account, next.get(), batch);
      next =
          connection.isPresent()
              ? carry(lane, connection.get(), next.get(), batch)
              : Optional.empty();
    }
  }

  private Optional<Leased> carry(Lane lane, SmtpConnection connection, Leased first, Batch batch) {
    Optional<Leased> unbegun = connection.carry(first, batch);
    keep(lane, connection);
    return unbegun.isPresent() || connection.isBroken() ? unbegun : batch.next();
  }

  /** One to send a message by; if there is none, the message is told so. */
  private Optional<SmtpConnection> connection(
      Lane lane, Account stored, Leased message, Batch batch) {
    try {
      // anew each time: what the operator changes in a session heals the queue
      Account account = sessions.enter(stored);
      Optional<SmtpConnection> kept = kept(lane, account);
      return kept.isPresent() ? kept : Optional.of(open(lane, account));
    } catch (MessagingException | RuntimeException e) {
      batch.ended(message, Transmission.impossible(SmtpReplies.trouble(e), message.recipients()));
      return Optional.empty();
    }
  }

  private SmtpConnection open(Lane lane, Account account) throws MessagingException {
    Phase phase = new Phase();
    phases.add(phase);
    boolean opened = false;
    try {
      SmtpConnection connection =
          SmtpConnection.open(account, settings.of(lane, account, phase), phase, clock);
      opened = true;
      return connection;
    } finally {
      if (!opened) {
        phases.remove(phase);
      }
    }
  }

  private Optional<SmtpConnection> kept(Lane lane, Account account) {
    Deque<SmtpConnection> connections = idle(lane);
    for (SmtpConnection c = connections.pollLast(); c != null; c = connections.pollLast()) {
      if (c.fits(account, clock.instant())) {
        return Optional.of(c);
      }
      close(c);
    }
    return Optional.empty();
  }

  private void keep(Lane lane, SmtpConnection connection) {
    if (connection.reusable()) {
      idle(lane).addLast(connection);
    } else {
      close(connection);
    }
  }

  private Deque<SmtpConnection> idle(Lane lane) {
    return idle.computeIfAbsent(lane, l -> new ConcurrentLinkedDeque<>());
  }

  private void close(SmtpConnection connection) {
    phases.remove(connection.phase());
    connection.close();
  }

  @Override
  public void tidy() {
    phases.forEach(Phase::breakOffIfOverdue);
    Instant now = clock.instant();
    idle.values().forEach(connections -> tidy(connections, now));
  }

  private void tidy(Deque<SmtpConnection> connections, Instant now) {
    for (SmtpConnection connection : List.copyOf(connections)) {
      // whoever removes it owns it: a worker may take it at the same moment
      if (connection.idleTooLong(now) && connections.remove(connection)) {
        close(connection);
      }
    }
  }

  @Override
  public void close() {
    idle.values().forEach(connections -> connections.forEach(this::close));
    idle.clear();
  }
}
