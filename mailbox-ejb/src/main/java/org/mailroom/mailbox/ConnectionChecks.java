package org.mailroom.mailbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mailroom.audit.Audit;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.check.ConnectionCheck;
import org.mailroom.mailbox.check.PassedChecks;
import org.mailroom.mailbox.check.SenderAlignment;
import org.mailroom.mailbox.check.TrialPlaces;
import org.mailroom.mailbox.jpa.CertificateStore;
import org.mailroom.mailbox.jpa.CheckSlots;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.ClientSecretRule;
import org.mailroom.mailbox.model.Connection;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxRules;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.mailbox.model.PasswordRule;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/** Lets a person try settings: within the rules, not too often, and on record. */
@Dependent
class ConnectionChecks {
  private static final System.Logger LOG = System.getLogger(ConnectionChecks.class.getName());
  private static final MailboxId UNSAVED = new MailboxId(0);
  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject ConnectionCheck check;
  @Inject SenderAlignment alignment;
  @Inject Instance<SigningKeys> signingKeys;
  @Inject CheckSlots slots;
  @Inject TrialPlaces places;
  @Inject CertificateStore certificates;
  @Inject MailboxStore store;
  @Inject Passwords passwords;
  @Inject ClientSecrets clientSecrets;
  @Inject Tokens tokens;
  @Inject PassedChecks passed;
  @EJB MailboxAccess access;
  @Inject TrialPermit permit;
  @EJB Audit audit;
  @Inject Vault vault;
  @Inject Clock clock;

  /**
   * Settings that may be tried.
   *
   * @param secret the password, or with OAuth2 the client secret
   * @param mailbox the saved one that they are a change of
   */
  private record Admitted(
      MailboxSettings settings, Optional<Secret> secret, Optional<Mailbox> mailbox) {
    boolean byToken() {
      return settings.connection().authentication() == Authentication.OAUTH2;
    }
  }

  /**
   * The account to try.
   *
   * @throws TokenTrouble if it signs in by OAuth2 and no token is to be had
   */
  private MailboxAccess.Account account(Admitted admitted) {
    MailboxSettings settings = admitted.settings();
    Optional<Secret> password =
        admitted.byToken()
            ? Optional.of(
                tokens.trying(OAuthClient.of(settings, admitted.secret()), admitted.mailbox()))
            : admitted.secret();
    return settings.account(admitted.mailbox().map(Mailbox::id).orElse(UNSAVED), password, null, 0);
  }

  /** Tries an account, or says that there is no token to begin with. */
  private <T> T run(
      Admitted admitted,
      Function<MailboxAccess.Account, T> trial,
      Function<CheckReport, T> untried) {
    long start = System.nanoTime();
    MailboxAccess.Account account;
    try {
      account = account(admitted);
    } catch (TokenTrouble none) {
      return untried.apply(
          CheckReport.withoutToken(none, Duration.ofNanos(System.nanoTime() - start)));
    }
    return trial.apply(account);
  }

  private CheckReport run(Admitted admitted) {
    return run(admitted, account -> aligned(check.run(account), account), Function.identity());
  }

  /** With hints about the sender's domain, if mail can leave at all. */
  private CheckReport aligned(CheckReport report, MailboxAccess.Account account) {
    return report.ok() && account.protocol() == null
        ? report.with(
            alignment.of(new EmailAddress(account.sender()), account.server(), key(account.id())))
        : report;
  }

  private Optional<SigningKeys.SigningKey> key(MailboxId mailbox) {
    return signingKeys.stream().flatMap(keys -> keys.of(mailbox).stream()).findFirst();
  }

  CheckReport check(Trial trial) {
    Admitted admitted = admit(trial);
    return checked(admitted, inTurn(() -> run(admitted)));
  }

  /** Tries a mailbox as it is stored; takes no slot, and is on record like the others. */
  CheckReport check(Mailbox stored) {
    Admitted admitted = new Admitted(stored.settings(), kept(stored), Optional.of(stored));
    return checked(admitted, run(admitted));
  }

  private CheckReport checked(Admitted admitted, CheckReport report) {
    note("checked", admitted, report, "");
    if (report.ok()) {
      remember(admitted);
    }
    return report;
  }

  CheckReport sendTest(Trial trial, EmailAddress to, String subject, String text) {
    permit.require(to);
    Admitted admitted = admit(trial, MailboxType.OUTPUT);
    CheckReport report =
        inTurn(
            () ->
                run(
                    admitted,
                    account -> check.send(account, to, subject, text),
                    Function.identity()));
    note("test-sent", admitted, report, " to " + to);
    return report;
  }

  InboxPreview preview(Trial trial) {
    Admitted admitted = admit(trial, MailboxType.INPUT);
    InboxPreview preview = inTurn(() -> run(admitted, check::preview, InboxPreview::failed));
    note("previewed", admitted, preview.report(), "");
    return preview;
  }

  MailFolders folders(Trial trial) {
    Admitted admitted = admit(trial, MailboxType.INPUT);
    MailFolders folders = inTurn(() -> run(admitted, check::folders, MailFolders::failed));
    note("folders-listed", admitted, folders.report(), "");
    return folders;
  }

  RoundTrip roundTrip(Trial output, Trial input, Optional<EmailAddress> to, Duration patience) {
    Admitted sending = admit(output, MailboxType.OUTPUT);
    Admitted reading = admit(input, MailboxType.INPUT);
    EmailAddress address =
        to.or(() -> EmailAddress.parse(reading.settings().connection().user()))
            .orElseThrow(ConnectionChecks::noAddress);
    permit.require(address);
    String mark = new RoundTripMark(vault).next();
    RoundTrip trip =
        inTurn(
            () ->
                run(
                    reading,
                    in ->
                        run(
                            sending,
                            out -> check.roundTrip(out, in, address, mark, patience),
                            RoundTrip::failedAtOutput),
                    RoundTrip::failedAtInput));
    note("round-trip-sent", sending, trip.output(), " to " + address);
    note("round-trip-received", reading, trip.input(), "");
    return trip;
  }

  private static InvalidMailbox noAddress() {
    return new InvalidMailbox(
        List.of(
            new Problem(
                "TO_MISSING",
                "to",
                "Say which address leads to the Input mailbox, as its user is none.")));
  }

  private Admitted admit(Trial trial, MailboxType type) {
    Admitted admitted = admit(trial);
    if (admitted.settings().type() != type) {
      refuse(List.of(otherType(type)));
    }
    return admitted;
  }

  private static Problem otherType(MailboxType type) {
    return type == MailboxType.OUTPUT
        ? new Problem("TYPE_OUTPUT", "type", "Mail leaves by Output mailboxes only.")
        : new Problem("TYPE_INPUT", "type", "Mail is read from Input mailboxes only.");
  }

  private Admitted admit(Trial trial) {
    Optional<Mailbox> mailbox = trial.stored().map(this::existing);
    if (trial.draft() == null) {
      Mailbox saved = mailbox.orElseThrow();
      return new Admitted(saved.settings(), kept(saved), mailbox);
    }
    MailboxSettings wanted =
        mailbox
            .map(saved -> MailboxSettings.of(trial.draft(), saved))
            .orElseGet(() -> MailboxSettings.of(trial.draft()));
    PasswordRule password = PasswordRule.of(trial.draft(), wanted);
    ClientSecretRule clientSecret = ClientSecretRule.of(trial.draft());
    List<Problem> problems = problems(wanted, password, mailbox);
    clientSecret.problemOfTrying(wanted, mailbox).ifPresent(problems::add);
    refuse(problems);
    Optional<Secret> secret =
        wanted.oauth() == null
            ? secret(wanted, password, mailbox)
            : clientSecrets.clientOf(wanted, clientSecret, mailbox).secret();
    return new Admitted(wanted, secret, mailbox);
  }

  private Optional<Secret> kept(Mailbox mailbox) {
    return mailbox.signsInByOAuth2() ? clientSecrets.open(mailbox) : passwords.open(mailbox);
  }

  private Mailbox existing(MailboxId id) {
    return store.find(id).orElseThrow(() -> new MailboxNotFound(id));
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

  /** Not too many in a minute, and not too many at once: a slow server holds a thread of ours. */
  private <T> T inTurn(Supplier<T> trial) {
    Instant now = clock.instant();
    if (!slots.take(now)) {
      throw new CheckRefused(slots.untilFree(now));
    }
    return places.call(trial).orElseThrow(() -> new CheckRefused(SOON));
  }

  private void remember(Admitted admitted) {
    passed.add(admitted.settings(), admitted.secret());
    admitted
        .mailbox()
        .filter(mailbox -> admitted.settings().tried().equals(mailbox.settings().tried()))
        .filter(mailbox -> admitted.secret().equals(kept(mailbox)))
        .ifPresent(mailbox -> access.passedCheck(mailbox.id(), mailbox.version()));
  }

  private void note(String action, Admitted admitted, CheckReport report, String more) {
    if (report.steps().isEmpty()) {
      return;
    }
    String outcome = report.failure().map(step -> "failed at " + step.name()).orElse("passed");
    audit.note("mailbox." + action, admitted.settings().destination(), outcome + more);
    Connection connection = admitted.settings().connection();
    if (report.certificate() != null && connection.server() != null) {
      remember(connection, report.certificate());
    }
  }

  private void remember(Connection connection, ServerCertificate shown) {
    try {
      certificates.remember(connection.server(), connection.port(), shown, clock.instant());
    } catch (RuntimeException twice) {
      // somebody else has just written the same for the first time
      LOG.log(System.Logger.Level.DEBUG, "a certificate was not remembered", twice);
    }
  }

  /** Looks at the certificate of a mailbox's server, as far as that goes without its log-in. */
  void look(Mailbox stored) {
    ServerCertificate shown = check.knock(stored.account(Optional.empty())).certificate();
    if (shown != null) {
      remember(stored.settings().connection(), shown);
    }
  }
}
