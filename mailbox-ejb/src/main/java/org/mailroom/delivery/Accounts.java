package org.mailroom.delivery;

import java.time.Instant;
import java.util.Optional;
import org.mailroom.environment.Environment;
import org.mailroom.installation.InstallationGate;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MailSession;
import org.mailroom.switches.SwitchWatch;

/** Which account a lane's mail leaves by, as it is set now. */
final class Accounts {
  private final MailboxAccess mailboxes;
  private final Environment environment;
  private final InstallationGate gate;
  private final SwitchWatch switches;

  Accounts(
      MailboxAccess mailboxes,
      Environment environment,
      InstallationGate gate,
      SwitchWatch switches) {
    this.mailboxes = mailboxes;
    this.environment = environment;
    this.gate = gate;
    this.switches = switches;
  }

  /**
   * Empty while its mail has to wait: the mailbox is paused, the Mail Session is gone, all mail is
   * off, or it stands still as the database may be a copy.
   */
  Optional<Account> of(Lane lane) {
    return gate.isOpen() && !switches.now().isOff() ? account(lane) : Optional.empty();
  }

  private Optional<Account> account(Lane lane) {
    return switch (lane.way()) {
      case MAILBOX -> lane.mailbox().flatMap(mailboxes::account).filter(Account::active);
      case SESSION -> MailSession.of(environment).map(Accounts::session);
      case NONE -> Optional.empty();
    };
  }

  /** The account with another token, if it was the token that the server has refused. */
  Optional<Account> afterRefusal(Account account) {
    return mailboxes.withOtherToken(account);
  }

  private static Account session(MailSession session) {
    return new Account(
        new MailboxId(0), // no mailbox has this number
        "Mail Session",
        session.host(),
        session.port(),
        session.security(),
        true,
        session.user().isPresent() ? Authentication.PASSWORD : Authentication.NONE,
        session.user().orElse(null),
        session.password(),
        null,
        null,
        session.from().value(),
        "",
        true,
        false,
        Instant.EPOCH,
        0,
        Optional.empty(),
        SendingPolicy.USUAL,
        AfterReading.USUAL);
  }
}
