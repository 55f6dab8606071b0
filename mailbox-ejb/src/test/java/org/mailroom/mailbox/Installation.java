package org.mailroom.mailbox;

import static java.util.stream.Collectors.joining;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.database.TestDatabase;
import org.mailroom.dns.SilentDns;
import org.mailroom.environment.Environment;
import org.mailroom.environment.Heard;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.check.ConnectionCheck;
import org.mailroom.mailbox.check.PassedChecks;
import org.mailroom.mailbox.check.SenderAlignment;
import org.mailroom.mailbox.check.TrialPlaces;
import org.mailroom.mailbox.jpa.CertificateStore;
import org.mailroom.mailbox.jpa.CheckSlots;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.oauth.AuthorizationServers;
import org.mailroom.mailbox.socket.Targets;
import org.mailroom.vault.TestVault;
import org.mailroom.vault.Vault;

/** The component put together by hand over a real database and the real vault. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
final class Installation implements AutoCloseable {
  final List<ConsentGiven> consented = new ArrayList<>();
  final List<MailboxId> resumed = new ArrayList<>();
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  final List<MailboxUsage.Use> uses = new ArrayList<>();
  final List<String> audited = new ArrayList<>();
  final Map<String, Object> names = new HashMap<>();
  String caller = "ana";
  final TestDatabase database = TestDatabase.h2();
  private final Environment environment =
      Environment.of(Map.of("MAILROOM_ALLOWED_HOSTS", "127.0.0.1,localhost")::get);
  final SettableClock clock = new SettableClock();
  private final AuthorizationServers servers = OAuthFixture.servers(clock);
  private final Path directory;
  private Vault vault;
  private PassedChecks passed;
  private final MailSessions sessions = new MailSessions(this::find);

  Installation(Path directory) {
    this.directory = directory;
    openVault();
  }

  private void openVault() {
    vault = TestVault.in(directory);
    passed = new PassedChecks(vault);
  }

  /** The key file is gone at the next start. */
  void loseKey() throws IOException {
    Files.delete(directory.resolve("master.key"));
    openVault();
  }

  /** Calls the face in a transaction of its own. */
  <T> T call(Function<Mailboxes, T> work) {
    return database.transaction("mailbox", entities -> work.apply(mailboxes(entities)));
  }

  void run(Consumer<Mailboxes> work) {
    call(
        mailboxes -> {
          work.accept(mailboxes);
          return null;
        });
  }

  <T> T access(Function<MailboxAccess, T> work) {
    return database.transaction("mailbox", entities -> work.apply(access(entities)));
  }

  <T> T trials(Function<MailboxTrials, T> work) {
    return database.transaction("mailbox", entities -> work.apply(trials(entities)));
  }

  List<Expiry> expiries(Function<Expiries, List<Expiry>> work) {
    return database.transaction(
        "mailbox",
        entities -> {
          CertificateExpiries expiries = new CertificateExpiries();
          expiries.certificates = new CertificateStore(entities);
          return work.apply(expiries);
        });
  }

  /** The mailboxes whose server's certificate has not been seen for a day. */
  List<MailboxId> due() {
    return database.transaction(
        "mailbox",
        entities ->
            new CertificateStore(entities)
                .notSeenSince(NOON, 10).stream().map(Mailbox::id).toList());
  }

  private MailboxTrials trials(EntityManager entities) {
    MailboxTrials trials = new MailboxTrials();
    trials.checks = checks(entities);
    trials.certificates = new CertificateStore(entities);
    trials.store = new MailboxStore(entities);
    return trials;
  }

  private Object find(String name) throws NamingException {
    if (!names.containsKey(name)) {
      throw new NameNotFoundException(name);
    }
    return names.get(name);
  }

  private Mailboxes mailboxes(EntityManager entities) {
    Mailboxes mailboxes = new Mailboxes();
    mailboxes.store = new MailboxStore(entities);
    mailboxes.registration = registration(mailboxes.store, entities);
    mailboxes.checks = checks(entities);
    mailboxes.usages = new Beans<MailboxUsage>(List.of(id -> List.copyOf(uses)));
    mailboxes.audit = audit();
    mailboxes.sessions = sessions;
    mailboxes.clock = clock;
    mailboxes.resumed = new Heard<>(event -> resumed.add(event.mailbox()));
    return mailboxes;
  }

  private Registration registration(MailboxStore store, EntityManager entities) {
    Registration registration = new Registration();
    registration.store = store;
    registration.passwords = passwords();
    registration.clientSecrets = clientSecrets();
    registration.tokens = tokens(entities);
    registration.passed = passed;
    registration.targets = new Targets(environment);
    return registration;
  }

  private ConnectionChecks checks(EntityManager entities) {
    ConnectionChecks checks = new ConnectionChecks();
    checks.check = connectionCheck();
    checks.alignment = new SenderAlignment(new SilentDns());
    checks.signingKeys = new Beans<>(List.of());
    checks.slots = new CheckSlots(entities);
    checks.places = new TrialPlaces();
    checks.certificates = new CertificateStore(entities);
    checks.store = new MailboxStore(entities);
    checks.vault = vault;
    checks.passwords = passwords();
    checks.clientSecrets = clientSecrets();
    checks.tokens = tokens(entities);
    checks.passed = passed;
    checks.access = access(entities);
    checks.permit = to -> {};
    checks.audit = audit();
    checks.clock = clock;
    return checks;
  }

  private ConnectionCheck connectionCheck() {
    try {
      return new ConnectionCheck(environment, new Targets(environment), sessions, clock);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private MailboxAccess access(EntityManager entities) {
    MailboxAccess access = new MailboxAccess();
    access.store = new MailboxStore(entities);
    access.passwords = passwords();
    access.clientSecrets = clientSecrets();
    access.tokens = tokens(entities);
    access.targets = new Targets(environment);
    access.audit = audit();
    return access;
  }

  private Passwords passwords() {
    Passwords passwords = new Passwords();
    passwords.vault = vault;
    return passwords;
  }

  private ClientSecrets clientSecrets() {
    ClientSecrets secrets = new ClientSecrets();
    secrets.vault = vault;
    return secrets;
  }

  private Tokens tokens(EntityManager entities) {
    return OAuthFixture.tokens(OAuthFixture.held(database, entities), vault, clock);
  }

  Consents consents(EntityManager entities) {
    Consents consents = new Consents();
    consents.store = new MailboxStore(entities);
    consents.held = OAuthFixture.held(database, entities);
    consents.dialogue = dialogue(consents.store, consents.held, entities);
    consents.views = new ConsentViews();
    consents.views.clock = clock;
    consents.audit = audit();
    return consents;
  }

  private ConsentDialogue dialogue(MailboxStore store, HeldTokens held, EntityManager entities) {
    ConsentDialogue dialogue = new ConsentDialogue();
    dialogue.store = store;
    dialogue.access = access(entities);
    dialogue.held = held;
    dialogue.clientSecrets = clientSecrets();
    dialogue.seals = OAuthFixture.seals(vault);
    dialogue.servers = servers;
    dialogue.vault = vault;
    dialogue.audit = audit();
    dialogue.given = new Heard<>(consented::add);
    dialogue.environment = environment;
    dialogue.clock = clock;
    return dialogue;
  }

  List<Expiry> consentsEndingBefore(Instant then) {
    return database.transaction(
        "mailbox",
        entities -> {
          ConsentExpiries expiries = new ConsentExpiries();
          expiries.held = OAuthFixture.held(database, entities);
          return expiries.before(then);
        });
  }

  <T> T consents(Function<Consents, T> work) {
    return database.transaction("mailbox", entities -> work.apply(consents(entities)));
  }

  private Audit audit() {
    return new Audit() {
      @Override
      public void note(String action, String subject, String detail) {
        audited.add((action + " " + subject + " " + detail).strip());
      }

      @Override
      public String caller() {
        return caller;
      }

      @Override
      public void changed(String action, String subject, List<Change> changes) {
        note(action, subject, changes.stream().map(Change::toString).collect(joining(", ")));
      }
    };
  }

  @Override
  public void close() {
    database.close();
  }
}
