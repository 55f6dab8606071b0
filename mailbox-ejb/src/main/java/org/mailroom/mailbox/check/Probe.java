package org.mailroom.mailbox.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.mailroom.mailbox.CheckCode;
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

  Seen address() throws IOException {
    List<InetAddress> addresses = targets.addressesOf(account.server());
    address = addresses.get(0);
    String all =
        addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    return Seen.of(CheckCode.ADDRESS, account.server(), all).with("addresses", all);
  }

  Seen connect() throws IOException {
    InetAddress named = InetAddress.getByAddress(account.server(), address.getAddress());
    plain.connect(new InetSocketAddress(named, account.port()));
    return Seen.of(CheckCode.CONNECTED, account.port()).with("address", address.getHostAddress());
  }

  Seen tls(Tls tls) throws Exception {
    if (account.security() == Security.STARTTLS) {
      agreeOnTls(new Wire(plain));
    }
    SSLSocket protectedSocket = tls.over(plain);
    socket = protectedSocket;
    return tls.seen(protectedSocket);
  }

  private void agreeOnTls(Wire wire) throws IOException, StepFailed {
    if (!talk.acceptsTls(wire)) {
      throw new StepFailed(CheckCode.STARTTLS_MISSING, account.port());
    }
    // RFC 3207 6 and RFC 9051 11.1: what was said in clear must not count as said under TLS
    if (wire.hasMore()) {
      throw new StepFailed(CheckCode.STARTTLS_TAMPERED);
    }
  }

  Seen greeting() throws IOException, StepFailed {
    String line = talk.greeting(new Wire(socket));
    if (!talk.greets(line)) {
      throw Strangers.failure(talk, line);
    }
    greeted = true;
    return Seen.of(CheckCode.GREETED, Words.of(line));
  }

  Seen capabilities() throws IOException {
    return talk.capabilities(new Wire(socket)).seen();
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
