package org.mailroom.mailbox.check;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.vault.Secret;

/** Accounts on this machine. */
final class Accounts {
  static final String USER = "support@xpto.example";
  static final String PASSWORD = "geheim";

  private Accounts() {}

  static Account imap(Security security, int port) {
    return of(Drafts.input().security(security).port(port), PASSWORD);
  }

  static Account pop3(Security security, int port) {
    return of(Drafts.input().protocol(Protocol.POP3).security(security).port(port), PASSWORD);
  }

  static Account smtp(Security security, int port) {
    return of(Drafts.output().user(USER).security(security).port(port), PASSWORD);
  }

  static Account openSmtp(int port) {
    Drafts drafts = Drafts.output().user(null).authentication(Authentication.NONE);
    return of(drafts.security(Security.NONE).port(port), null);
  }

  /** With a certificate of its own making on the other side. */
  static Account trusting(Drafts drafts) {
    return of(drafts.verifyCertificate(false), PASSWORD);
  }

  static Account of(Drafts drafts, String password) {
    return MailboxSettings.of(drafts.server("127.0.0.1").draft())
        .account(new MailboxId(1), Optional.ofNullable(password).map(Secret::of), Instant.EPOCH, 1);
  }
}
