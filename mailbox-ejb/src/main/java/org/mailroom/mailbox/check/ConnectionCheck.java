package org.mailroom.mailbox.check;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.ContainerSession;
import org.mailroom.mailbox.MailSessions;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSockets;
import org.mailroom.mailbox.socket.Targets;
import org.mailroom.vault.Secret;

/** Tries an account step by step and tells where it stops. Takes no transaction; thread-safe. */
@Dependent
public class ConnectionCheck {
  private static final Duration STEP = Duration.ofSeconds(10);

  private final AllowedHosts allowed;
  private final Targets targets;
  private final Clock clock;
  private final MailSessions sessions;
  private final X509ExtendedTrustManager trust;
  private final Duration limit;

  @Inject
  public ConnectionCheck(
      Environment environment, Targets targets, MailSessions sessions, Clock clock)
      throws GeneralSecurityException {
    this(
        AllowedHosts.of(environment.allowedHosts()),
        targets,
        sessions,
        clock,
        Certificates.ofThisServer(),
        STEP);
  }

  /** For accounts that name no Mail Session. */
  ConnectionCheck(
      AllowedHosts allowed,
      Targets targets,
      Clock clock,
      X509ExtendedTrustManager trust,
      Duration limit) {
    this(allowed, targets, new MailSessions(), clock, trust, limit);
  }

  ConnectionCheck(
      AllowedHosts allowed,
      Targets targets,
      MailSessions sessions,
      Clock clock,
      X509ExtendedTrustManager trust,
      Duration limit) {
    this.allowed = allowed;
    this.targets = targets;
    this.sessions = sessions;
    this.clock = clock;
    this.trust = trust;
    this.limit = limit;
  }

  /** Tries the account; takes up to a minute if the server is slow. */
  public CheckReport run(Account account) {
    return account.session().isEmpty()
        ? run(account, steps -> account, targets, allowed)
        : sessionFirst(account, account.session().get());
  }

  /** The same for an account that signs in with a token, which is a step of its own to get. */
  public CheckReport run(Account account, Supplier<Secret> token) {
    return run(
        account,
        steps -> account.with(new TokenStep(token).takenIn(steps, limit)),
        targets,
        allowed);
  }

  private CheckReport sessionFirst(Account account, ContainerSession session) {
    AtomicReference<Account> entered = new AtomicReference<>(account);
    CheckReport lookUp =
        new Steps(new Deadline(), new Diagnosis(account))
            .take("session", limit, () -> enter(session, entered))
            .report();
    Targets all = new Targets(AllowedHosts.all(), InetAddress::getAllByName);
    return lookUp.ok()
        ? lookUp.then(run(entered.get(), steps -> entered.get(), all, AllowedHosts.all()))
        : lookUp;
  }

  private String enter(ContainerSession session, AtomicReference<Account> account) {
    Account entered = account.updateAndGet(sessions::enter);
    return "%s leads to %s:%d. Its operator named that server, so the allowed hosts do not apply."
        .formatted(session.jndiName(), entered.server(), entered.port());
  }

  private CheckReport run(
      Account account, Function<Steps, Account> complete, Targets targets, AllowedHosts allowed) {
    Deadline deadline = new Deadline();
    GuardedSockets sockets = new GuardedSockets(() -> new DeadlineSocket(allowed, deadline));
    Steps steps = new Steps(deadline, new Diagnosis(account));
    approach(steps, new Probe(account, targets, sockets), account);
    enter(steps, complete.apply(steps), sockets);
    return steps.report();
  }

  private void approach(Steps steps, Probe opened, Account account) {
    try (Probe probe = opened) {
      Tls tls = new Tls(account, trust, clock.instant());
      steps.take("address", limit, probe::address).take("connect", limit, probe::connect);
      if (account.security() == Security.TLS) {
        steps.take("tls", limit, () -> probe.tls(tls));
      }
      steps.take("greeting", limit, probe::greeting);
      if (account.security() == Security.STARTTLS) {
        steps.take("tls", limit, () -> probe.tls(tls));
      }
    }
  }

  private void enter(Steps steps, Account account, GuardedSockets sockets) {
    try (SignIn signIn = new SignIn(account, sockets)) {
      // it connects and greets anew before it logs in
      steps.take("login", limit.multipliedBy(2), signIn::login);
      if (account.protocol() == null) {
        steps.take("sender", limit, signIn::sender);
      } else {
        steps.take("folder", limit, signIn::folder);
      }
    }
  }
}
