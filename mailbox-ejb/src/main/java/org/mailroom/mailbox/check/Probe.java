package org.mailroom.mailbox.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.socket.GuardedSockets;
import org.mailroom.mailbox.socket.Targets;

/** A first connection of our own, up to where the log-in would begin. */
final class Probe implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Probe.class.getName());

  private final Account account;
  private final Targets targets;
  private final Talk talk;
  private final Socket plain;
  private InetAddress address;
  private Socket socket;
  private boolean greeted;

  Probe(Account account, Targets targets, GuardedSockets sockets) {
    this.account = account;
    this.targets = targets;
    talk = Talk.of(account.protocol());
    plain = sockets.createSocket();
    socket = plain;
  }

  String address() throws IOException {
    address = targets.addressOf(account.server());
    return "%s is %s.".formatted(account.server(), address.getHostAddress());
  }

  String connect() throws IOException {
    InetAddress named = InetAddress.getByAddress(account.server(), address.getAddress());
    plain.connect(new InetSocketAddress(named, account.port()));
    return "Connected to port %d.".formatted(account.port());
  }

  String tls(Tls tls) throws Exception {
    if (account.security() == Security.STARTTLS && !talk.acceptsTls(new Wire(plain))) {
      throw new StepFailed(
          "The server does not offer STARTTLS on port %d.".formatted(account.port()),
          "Choose TLS with its own port, or ask the operator of the mail server for STARTTLS.");
    }
    SSLSocket protectedSocket = tls.over(plain);
    socket = protectedSocket;
    return tls.describe(protectedSocket);
  }

  String greeting() throws IOException, StepFailed {
    String line = talk.greeting(new Wire(socket));
    if (!talk.greets(line)) {
      throw Strangers.failure(talk, line);
    }
    greeted = true;
    return Words.of(line);
  }

  @Override
  public void close() {
    try (plain;
        Socket last = socket) {
      if (greeted) {
        talk.leave(new Wire(last));
      }
    } catch (IOException alreadyBroken) {
      LOG.log(System.Logger.Level.DEBUG, "a probe did not close", alreadyBroken);
    }
  }
}
