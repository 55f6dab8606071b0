package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.check.ConnectionCheck;
import org.mailroom.mailbox.check.PassedChecks;
import org.mailroom.mailbox.jpa.CheckSlots;
import org.mailroom.mailbox.model.ClientSecretRule;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxRules;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.mailbox.model.PasswordRule;
import org.mailroom.vault.Secret;

/** Lets a person try settings: within the rules, not too often, and on record. */
@Dependent
class ConnectionChecks {
  private static final MailboxId UNSAVED = new MailboxId(0);

  @Inject ConnectionCheck check;
  @Inject CheckSlots slots;
  @Inject Passwords passwords;
  @Inject ClientSecrets clientSecrets;
  @Inject Tokens tokens;
  @Inject PassedChecks passed;
  @Inject MailboxAccess access;
  @Inject Audit audit;
  @Inject Clock clock;

  CheckReport check(MailboxDraft draft, Optional<Mailbox> stored) {
    MailboxSettings wanted =
        stored
            .map(mailbox -> MailboxSettings.of(draft, mailbox))
            .orElseGet(() -> MailboxSettings.of(draft));
    PasswordRule password = PasswordRule.of(draft, wanted);
    ClientSecretRule clientSecret = ClientSecretRule.of(draft);
    List<Problem> problems = problems(wanted, password, stored);
    clientSecret.problem(wanted, stored).ifPresent(problems::add);
    refuse(problems);
    if (!slots.take(clock.instant())) {
      throw new CheckRefused();
    }
    boolean byToken = wanted.connection().authentication() == Authentication.OAUTH2;
    OAuthClient client = byToken ? clientSecrets.clientOf(wanted, clientSecret, stored) : null;
    Optional<Secret> secret = byToken ? client.secret() : secret(wanted, password, stored);
    Account account = wanted.account(UNSAVED, secret, null, 0);
    CheckReport report =
        byToken ? check.run(account, () -> tokens.trying(client, stored)) : check.run(account);
    note(wanted, report);
    if (report.ok()) {
      remember(wanted, secret, stored);
    }
    return report;
  }

  /** Tries a mailbox as it is stored; takes no slot, and is on record like the others. */
  CheckReport check(Mailbox stored) {
    Optional<Secret> secret = passwords.open(stored);
    CheckReport report = check.run(stored.account(secret));
    note(stored.settings(), report);
    if (report.ok()) {
      access.passedCheck(stored.id(), stored.version());
    }
    return report;
  }

  /** The name plays no part in a connection, and need not be there yet. */
  private static List<Problem> problems(
      MailboxSettings wanted, PasswordRule password, Optional<Mailbox> stored) {
    List<Problem> problems = new ArrayList<>(MailboxRules.problems(wanted));
    problems.removeIf(problem -> problem.field().equals("name"));
    password.problemOfTrying(wanted, stored).ifPresent(problems::add);
    return problems;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidMailbox(problems);
    }
  }

  private Optional<Secret> secret(
      MailboxSettings wanted, PasswordRule password, Optional<Mailbox> stored) {
    if (wanted.connection().authentication() == Authentication.NONE) {
      return Optional.empty();
    }
    return Optional.ofNullable(password.given()).or(() -> stored.flatMap(passwords::open));
  }

  private void remember(MailboxSettings wanted, Optional<Secret> secret, Optional<Mailbox> stored) {
    passed.add(wanted, secret);
    stored
        .filter(mailbox -> wanted.tried().equals(mailbox.settings().tried()))
        .filter(mailbox -> secret.equals(kept(mailbox)))
        .ifPresent(mailbox -> access.passedCheck(mailbox.id(), mailbox.version()));
  }

  private Optional<Secret> kept(Mailbox mailbox) {
    return mailbox.signsInByOAuth2() ? clientSecrets.open(mailbox) : passwords.open(mailbox);
  }

  private void note(MailboxSettings wanted, CheckReport report) {
    String outcome =
        report.steps().stream()
            .filter(step -> !step.ok())
            .map(step -> "failed at " + step.name())
            .findFirst()
            .orElse("passed");
    audit.note("mailbox.checked", wanted.destination(), outcome);
  }
}
