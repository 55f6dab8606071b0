package org.mailroom.inbound.imap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailroom.bearer.BearerImap;
import org.mailroom.mailbox.Allowance;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.vault.Secret;

/**
 * A connection to an account's server that is logged in; IMAP and POP3 alike. Each command has its
 * time and its bytes, so that neither a server that drips nor one that never ends keeps a reader.
 */
public final class Line implements AutoCloseable {
  /** Shorter than a lease, so that whoever waits for an answer still holds it. */
  static final Duration COMMAND = Duration.ofMinutes(4);

  private static final Duration LOG_IN = Duration.ofSeconds(90);
  private static final Duration GOODBYE = Duration.ofSeconds(10);
  private static final long FEW_BYTES = 1L << 20;

  private final List<Allowance> sockets = new CopyOnWriteArrayList<>();
  private final Store store;
  private final Duration patience;

  private Line(Account account, Duration patience) throws MessagingException {
    this.patience = patience;
    String protocol = ConnectionProperties.protocolOf(account);
    Properties settings = ConnectionProperties.of(account, protocol);
    if (protocol.startsWith("imap")) {
      ConnectionProperties.selectable(settings, protocol);
    }
    ConnectionProperties.watch(settings, protocol, this::begin);
    store = BearerImap.store(Session.getInstance(settings), protocol);
  }

  private void begin(Socket socket) {
    if (socket instanceof Allowance limited) {
      limited.allow(LOG_IN, FEW_BYTES);
      sockets.add(limited);
    }
  }

  public static Line connect(Account account) throws MessagingException {
    return connect(account, COMMAND);
  }

  /**
   * @param patience with each command
   */
  static Line connect(Account account, Duration patience) throws MessagingException {
    Line line = new Line(account, patience);
    try {
      line.store.connect(
          account.server(),
          account.port(),
          account.user(),
          account.password().map(Secret::reveal).orElse(""));
      return line;
    } catch (MessagingException | RuntimeException e) {
      line.close();
      throw e;
    }
  }

  public Store store() {
    return store;
  }

  /**
   * Begins a command.
   *
   * @param bytes what its answer may have at most
   */
  public void allow(long bytes) {
    sockets.forEach(socket -> socket.allow(patience, bytes));
  }

  /** Begins a command with a short answer. */
  public void allowFew() {
    allow(FEW_BYTES);
  }

  /** Never throws: what was read is stored by then, and the server ends the session by itself. */
  @Override
  public void close() {
    sockets.forEach(socket -> socket.allow(GOODBYE, FEW_BYTES));
    try {
      store.close();
    } catch (MessagingException e) {
      System.getLogger(Line.class.getName())
          .log(System.Logger.Level.DEBUG, "inbound.close_failed", e);
    }
  }
}
