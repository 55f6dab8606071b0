package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.Change;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.check.PassedChecks;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.ClientSecretRule;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxRules;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.PasswordRule;
import org.mailroom.mailbox.socket.Targets;
import org.mailroom.vault.Secret;

/** Holds drafts to all rules, and what passes becomes the mailbox and its sealed password. */
@Dependent
class Registration {
  @Inject MailboxStore store;
  @Inject Passwords passwords;
  @Inject ClientSecrets clientSecrets;
  @Inject Tokens tokens;
  @Inject PassedChecks passed;
  @Inject Targets targets;

  Mailbox register(MailboxDraft draft, Instant now) {
    MailboxSettings wanted = MailboxSettings.of(draft);
    PasswordRule password = PasswordRule.of(draft, wanted);
    ClientSecretRule clientSecret = ClientSecretRule.of(draft);
    List<Problem> problems = problems(wanted, Optional.empty());
    password.problem(wanted).ifPresent(problems::add);
    clientSecret.problem(wanted, Optional.empty()).ifPresent(problems::add);
    refuse(problems);
    Mailbox mailbox = Mailbox.of(wanted, now);
    store.add(mailbox);
    Optional.ofNullable(password.given()).ifPresent(given -> passwords.seal(mailbox, given));
    clientSecrets.take(mailbox, clientSecret);
    mailbox.health().checked(passed.contain(wanted, secret(mailbox)));
    store.write(mailbox);
    tokens.prepare(mailbox);
    return mailbox;
  }

  /** What has changed; nothing if the draft says what is there already. */
  List<Change> change(Mailbox mailbox, MailboxDraft draft, Instant now) {
    MailboxSettings wanted = MailboxSettings.of(draft, mailbox);
    PasswordRule password = PasswordRule.of(draft, wanted);
    ClientSecretRule clientSecret = ClientSecretRule.of(draft);
    refuse(problemsOfChange(mailbox, wanted, password, clientSecret));
    MailboxSettings before = mailbox.settings();
    List<Change> changes = new ArrayList<>(Change.between(before, wanted));
    boolean hadPassword = mailbox.hasPassword();
    boolean hadClientSecret = mailbox.hasClientSecret();
    mailbox.change(wanted, now);
    boolean otherPassword = takePassword(mailbox, password);
    if (otherPassword) {
      changes.add(Change.secret("password", hadPassword, mailbox.hasPassword()));
    }
    boolean otherClientSecret = clientSecrets.take(mailbox, clientSecret);
    if (otherClientSecret) {
      changes.add(Change.secret("clientSecret", hadClientSecret, mailbox.hasClientSecret()));
    }
    if (otherPassword || otherClientSecret || !wanted.tried().equals(before.tried())) {
      mailbox.health().forgetFailures();
      mailbox.health().checked(secretOpens(mailbox) && passed.contain(wanted, secret(mailbox)));
    } else if (wanted.active() && !before.active()) {
      mailbox.health().forgetFailures();
    }
    store.write(mailbox);
    tokens.prepare(mailbox);
    return changes;
  }

  private boolean secretOpens(Mailbox mailbox) {
    return mailbox.signsInByOAuth2() ? clientSecrets.opens(mailbox) : passwords.opens(mailbox);
  }

  private Optional<Secret> secret(Mailbox mailbox) {
    return mailbox.signsInByOAuth2() ? clientSecrets.open(mailbox) : passwords.open(mailbox);
  }

  /**
   * What registering, or changing what is stored, would say about one field. Where the server is
   * takes a look-up, and is asked for its own field only.
   */
  List<Problem> problemsAt(String field, MailboxDraft draft, Optional<Mailbox> stored) {
    MailboxSettings wanted =
        stored
            .map(mailbox -> MailboxSettings.of(draft, mailbox))
            .orElseGet(() -> MailboxSettings.of(draft));
    List<Problem> problems = new ArrayList<>(MailboxRules.problems(wanted));
    switch (field) {
      case "name" -> nameTaken(wanted, stored.map(Mailbox::id)).ifPresent(problems::add);
      case "server" -> problems.addAll(MailboxRules.problemsOfTarget(wanted, targets));
      case "password" -> problemOfPassword(draft, wanted, stored).ifPresent(problems::add);
      case "oauth.clientSecret" ->
          ClientSecretRule.of(draft).problem(wanted, stored).ifPresent(problems::add);
      case "oauth.issuer" -> problems.addAll(MailboxRules.problemsOfTarget(wanted, targets));
      default -> {
        // the settings by themselves say it all
      }
    }
    problems.removeIf(problem -> !problem.field().equals(field));
    return problems;
  }

  private static Optional<Problem> problemOfPassword(
      MailboxDraft draft, MailboxSettings wanted, Optional<Mailbox> stored) {
    PasswordRule password = PasswordRule.of(draft, wanted);
    return stored
        .map(mailbox -> password.problem(wanted, mailbox))
        .orElseGet(() -> password.problem(wanted));
  }

  private Optional<Problem> nameTaken(MailboxSettings wanted, Optional<MailboxId> own) {
    return Optional.ofNullable(wanted.name())
        .filter(name -> store.isNameTaken(wanted.nameKey(), own))
        .map(MailboxRules::nameTaken);
  }

  void resume(Mailbox mailbox, Instant now) {
    MailboxSettings settings = mailbox.settings().activated();
    new PasswordRule(null, false)
        .problem(settings, mailbox)
        .or(() -> new ClientSecretRule(null, false).problem(settings, Optional.of(mailbox)))
        .ifPresent(problem -> refuse(List.of(problem)));
    mailbox.resume(now);
    store.write(mailbox);
    tokens.prepare(mailbox);
  }

  private List<Problem> problems(MailboxSettings wanted, Optional<MailboxId> own) {
    List<Problem> problems = new ArrayList<>(MailboxRules.problems(wanted));
    problems.addAll(MailboxRules.problemsOfTarget(wanted, targets));
    nameTaken(wanted, own).ifPresent(problems::add);
    return problems;
  }

  private List<Problem> problemsOfChange(
      Mailbox mailbox,
      MailboxSettings wanted,
      PasswordRule password,
      ClientSecretRule clientSecret) {
    List<Problem> problems = problems(wanted, Optional.of(mailbox.id()));
    password.problem(wanted, mailbox).ifPresent(problems::add);
    clientSecret.problem(wanted, Optional.of(mailbox)).ifPresent(problems::add);
    if (wanted.type() != mailbox.settings().type()) {
      problems.add(
          new Problem("TYPE_FIXED", "type", "The type is fixed: register another mailbox."));
    }
    return problems;
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidMailbox(problems);
    }
  }

  /** Whether the stored password is another one now, or gone. */
  private boolean takePassword(Mailbox mailbox, PasswordRule password) {
    if (password.given() != null) {
      return takeGiven(mailbox, password.given());
    }
    boolean forget =
        password.remove()
            || mailbox.settings().connection().authentication() != Authentication.PASSWORD;
    if (forget && mailbox.hasPassword()) {
      mailbox.keepPassword(null);
      return true;
    }
    return false;
  }

  private boolean takeGiven(Mailbox mailbox, Secret given) {
    // Sealing twice gives two ciphertexts: the same password again must not look like a change.
    if (passwords.isStored(mailbox, given)) {
      return false;
    }
    passwords.seal(mailbox, given);
    return true;
  }
}
