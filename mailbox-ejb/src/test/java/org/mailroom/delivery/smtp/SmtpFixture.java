package org.mailroom.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.mailroom.delivery.MailTransport;
import org.mailroom.delivery.Transmission;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.ContainerSession;
import org.mailroom.mailbox.MailSessions;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSockets;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.vault.Secret;

/** Accounts and messages to send through servers of this machine. */
public final class SmtpFixture {
  private SmtpFixture() {}

  /** Connections that wait longer for an answer than any of these servers needs. */
  static SmtpConnections connections(Clock clock) {
    return connections(clock, Duration.ofSeconds(30));
  }

  /** Connections for which silence soon ends, but not that of a machine that is slow. */
  static SmtpConnections impatient(Clock clock) {
    return connections(clock, Duration.ofSeconds(3));
  }

  /** Connections that wait so long for an answer. */
  public static SmtpConnections connections(Clock clock, Duration patience) {
    SmtpConnections connections = new SmtpConnections();
    connections.clock = clock;
    connections.sessions = new MailSessions();
    connections.settings = new LocalSettings(patience);
    return connections;
  }

  public static Account account(long mailbox, int port) {
    return account(mailbox, port, Security.NONE, Optional.empty());
  }

  public static Account account(
      long mailbox, int port, Security security, Optional<String> password) {
    return account(
        mailbox,
        port,
        security,
        password.isPresent() ? Authentication.PASSWORD : Authentication.NONE,
        password.map(Secret::of),
        SendingPolicy.USUAL);
  }

  /** Of a mailbox whose mail leaves in a way of its own. */
  public static Account account(long mailbox, int port, SendingPolicy policy) {
    return account(mailbox, port, Security.NONE, Authentication.NONE, Optional.empty(), policy);
  }

  private static Account account(
      long mailbox,
      int port,
      Security security,
      Authentication authentication,
      Optional<Secret> secret,
      SendingPolicy policy) {
    return new Account(
        new MailboxId(mailbox),
        "Out " + mailbox,
        "127.0.0.1",
        port,
        security,
        true,
        authentication,
        secret.map(p -> "desk").orElse(null),
        secret,
        null,
        null,
        "desk@xpto.example",
        "",
        true,
        false,
        Instant.EPOCH,
        1,
        Optional.empty(),
        policy,
        AfterReading.USUAL);
  }

  /** What is stored of a mailbox that sends by a Mail Session of the server. */
  public static Account bySession(long mailbox, String name) {
    return new Account(
        new MailboxId(mailbox),
        "Out " + mailbox,
        null,
        0,
        null,
        true,
        Authentication.NONE,
        null,
        Optional.empty(),
        null,
        null,
        "desk@xpto.example",
        "",
        true,
        false,
        Instant.EPOCH,
        1,
        Optional.of(ContainerSession.named(name)),
        SendingPolicy.USUAL,
        AfterReading.USUAL);
  }

  /** An account that signs in by OAuth2. */
  public static Account byToken(long mailbox, int port, String token) {
    return account(
        mailbox,
        port,
        Security.NONE,
        Authentication.OAUTH2,
        Optional.of(Secret.of(token)),
        SendingPolicy.USUAL);
  }

  public static Leased message(String text, String... recipients) {
    byte[] raw = ("Subject: test\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
    return new Leased(new OutboxMessageId(1), "desk@xpto.example", List.of(recipients), raw, 0);
  }

  /** Sends one message alone and says how it ended. */
  public static Transmission send(
      MailTransport transport, Lane lane, Account account, Leased message) {
    Deque<Leased> waiting = new ArrayDeque<>(List.of(message));
    List<Transmission> ended = new ArrayList<>();
    transport.send(
        lane,
        account,
        new MailTransport.Batch() {
          @Override
          public Optional<Leased> next() {
            return Optional.ofNullable(waiting.poll());
          }

          @Override
          public void ended(Leased sent, Transmission transmission) {
            ended.add(transmission);
          }
        });
    assertThat(ended).hasSize(1);
    return ended.get(0);
  }

  /** No guard, as tests run on the loopback address, and certificates of test servers. */
  private static final class LocalSettings extends SmtpSettings {
    private final Duration patience;

    LocalSettings(Duration patience) {
      this.patience = patience;
    }

    @Override
    Properties of(Lane lane, Account account, Phase phase) {
      String prefix = "mail." + ConnectionProperties.protocolOf(account) + ".";
      boolean startTls = account.security() == Security.STARTTLS;
      Properties settings = new Properties();
      settings.setProperty(prefix + "connectiontimeout", "5000");
      settings.setProperty(prefix + "timeout", Long.toString(patience.toMillis()));
      settings.setProperty(prefix + "quitwait", "false");
      settings.setProperty(prefix + "localhost", "desk.xpto.example");
      settings.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
      settings.setProperty(prefix + "auth", Boolean.toString(account.password().isPresent()));
      if (account.authentication() == Authentication.OAUTH2) {
        settings.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
      }
      settings.setProperty(prefix + "ssl.trust", "*");
      settings.setProperty(prefix + "ssl.checkserveridentity", "false");
      settings.put(
          prefix + "socketFactory", new GuardedSockets(AllowedHosts.all()).seenBy(phase::holding));
      return settings;
    }
  }
}
