package org.mailroom.inbound;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.vault.Secret;

/** Accounts on a server of this machine; a new mailbox that reads only what comes from now on. */
public record AccountFixture(
    MailboxId id,
    Protocol protocol,
    int port,
    String folder,
    String password,
    Instant since,
    boolean existing,
    Security security,
    AfterReading after) {
  public static final MailboxId SUPPORT = new MailboxId(8);
  public static final String USER = "support@xpto.example";
  public static final String PASSWORD = "Geheim-17";

  public static AccountFixture imap(int port) {
    return plain(Protocol.IMAP, port);
  }

  public static AccountFixture pop3(int port) {
    return plain(Protocol.POP3, port);
  }

  private static AccountFixture plain(Protocol protocol, int port) {
    return new AccountFixture(
        SUPPORT,
        protocol,
        port,
        "INBOX",
        PASSWORD,
        Instant.EPOCH,
        false,
        Security.NONE,
        AfterReading.USUAL);
  }

  public AccountFixture activeSince(Instant instant) {
    return new AccountFixture(
        id, protocol, port, folder, password, instant, existing, security, after);
  }

  public AccountFixture readExisting() {
    return new AccountFixture(id, protocol, port, folder, password, since, true, security, after);
  }

  public AccountFixture folder(String name) {
    return new AccountFixture(id, protocol, port, name, password, since, existing, security, after);
  }

  public AccountFixture password(String wrong) {
    return new AccountFixture(id, protocol, port, folder, wrong, since, existing, security, after);
  }

  public AccountFixture after(AfterReading wanted) {
    return new AccountFixture(
        id, protocol, port, folder, password, since, existing, security, wanted);
  }

  public AccountFixture startTls() {
    return secured(Security.STARTTLS);
  }

  public AccountFixture tls() {
    return secured(Security.TLS);
  }

  private AccountFixture secured(Security wanted) {
    return new AccountFixture(id, protocol, port, folder, password, since, existing, wanted, after);
  }

  public Account account() {
    return account(Authentication.PASSWORD, password, true);
  }

  /** The account that believes any certificate. */
  public Account credulous() {
    return account(Authentication.PASSWORD, password, false);
  }

  /** The account that signs in by OAuth2. */
  public Account byToken(String token) {
    return account(Authentication.OAUTH2, token, true);
  }

  private Account account(Authentication authentication, String secret, boolean verify) {
    return new Account(
        id,
        "Support",
        "127.0.0.1",
        port,
        security,
        verify,
        authentication,
        USER,
        Optional.of(Secret.of(secret)),
        protocol,
        folder,
        "",
        "",
        true,
        existing,
        since,
        1,
        Optional.empty(),
        SendingPolicy.USUAL,
        after.of(protocol));
  }
}
