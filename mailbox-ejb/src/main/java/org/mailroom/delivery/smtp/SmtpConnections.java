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

  @Inject SmtpSettings settings;
  @Inject MailSessions sessions;
  @Inject Clock clock;

  @Override
  public void send(Lane lane, Account account, Batch batch) {
    boolean well = true;
    while (well) {
      Optional<Leased> next = batch.next();
      well = next.isPresent() && send(lane, account, next.get(), batch);
    }
  }

  private boolean send(Lane lane, Account account, Leased message, Batch batch) {
    Transmission sent = send(lane, account, message);
    batch.ended(message, sent);
    return sent.trouble().isEmpty();
  }

  private Transmission send(Lane lane, Account stored, Leased message) {
    try {
      // anew for each message: what the operator changes in a session heals the queue
      Account account = sessions.enter(stored);
      Optional<Transmission> sent =
          kept(lane, account).flatMap(connection -> sendOverKept(lane, connection, message));
      return sent.isPresent() ? sent.get() : sendOverNew(lane, account, message);
    } catch (MessagingException | RuntimeException e) {
      return Transmission.impossible(SmtpReplies.trouble(e), message.recipients());
    }
  }

  private Optional<Transmission> sendOverKept(
      Lane lane, SmtpConnection connection, Leased message) {
    Transmission result = connection.send(message, clock.instant());
    keep(lane, connection);
    return connection.wasStale() ? Optional.empty() : Optional.of(result);
  }

  private Transmission sendOverNew(Lane lane, Account account, Leased message)
      throws MessagingException {
    SmtpConnection connection = SmtpConnection.open(account, settings.of(lane, account));
    Transmission result = connection.send(message, clock.instant());
    keep(lane, connection);
    return result;
  }

  private Optional<SmtpConnection> kept(Lane lane, Account account) {
    Deque<SmtpConnection> connections = idle(lane);
    for (SmtpConnection c = connections.pollLast(); c != null; c = connections.pollLast()) {
      if (c.fits(account, clock.instant())) {
        return Optional.of(c);
      }
      c.close();
    }
    return Optional.empty();
  }

  private void keep(Lane lane, SmtpConnection connection) {
    if (connection.reusable()) {
      idle(lane).addLast(connection);
    } else {
      connection.close();
    }
  }

  private Deque<SmtpConnection> idle(Lane lane) {
    return idle.computeIfAbsent(lane, l -> new ConcurrentLinkedDeque<>());
  }

  @Override
  public void tidy() {
    Instant now = clock.instant();
    idle.values().forEach(connections -> tidy(connections, now));
  }

  private static void tidy(Deque<SmtpConnection> connections, Instant now) {
    for (SmtpConnection connection : List.copyOf(connections)) {
      // whoever removes it owns it: a worker may take it at the same moment
      if (connection.idleTooLong(now) && connections.remove(connection)) {
        connection.close();
      }
    }
  }

  @Override
  public void close() {
    idle.values().forEach(connections -> connections.forEach(SmtpConnection::close));
    idle.clear();
  }
}
