package org.mailroom.delivery.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Security;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.vault.Secret;

/** Accounts and messages to send through servers of this machine. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
public final class SmtpFixture {
  private SmtpFixture() {}

  /** Connections with time-outs that a test can wait for. */
  public static SmtpConnections connections(Clock clock) {
    SmtpConnections connections = new SmtpConnections();
    connections.clock = clock;
    connections.settings = new QuickSettings();
    return connections;
  }

  public static Account account(long mailbox, int port) {
    return account(mailbox, port, Security.NONE, Optional.empty());
  }

  public static Account account(
      long mailbox, int port, Security security, Optional<String> password) {
    return new Account(
        new MailboxId(mailbox),
        "Out " + mailbox,
        "127.0.0.1",
        port,
        security,
        true,
        password.isPresent() ? Authentication.PASSWORD : Authentication.NONE,
        password.map(p -> "desk").orElse(null),
        password.map(Secret::of),
        null,
        null,
        "desk@xpto.example",
        "",
        true,
        false,
        Instant.EPOCH,
        1);
  }

  public static Leased message(String text, String... recipients) {
    byte[] raw = ("Subject: test\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
    return new Leased(
        new OutboxMessageId(1), "desk@xpto.example", List.of(recipients), raw, 0);
  }

  /** No guard, as tests run on the loopback address, and short time-outs. */
  private static final class QuickSettings extends SmtpSettings {
    @Override
    public Properties of(Lane lane, Account account) {
      Properties settings = new Properties();
      settings.setProperty("mail.smtp.connectiontimeout", "2000");
      settings.setProperty("mail.smtp.timeout", "1000");
      settings.setProperty("mail.smtp.writetimeout", "1000");
      settings.setProperty("mail.smtp.quitwait", "false");
      settings.setProperty("mail.smtp.localhost", "desk.xpto.example");
      boolean startTls = account.security() == Security.STARTTLS;
      settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
      settings.setProperty("mail.smtp.auth", Boolean.toString(account.password().isPresent()));
      settings.put("mail.smtp.socketFactory", new NoDelaySockets());
      return settings;
    }
  }
}
