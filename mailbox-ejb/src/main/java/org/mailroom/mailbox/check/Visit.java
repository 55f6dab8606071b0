package org.mailroom.mailbox.check;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.MailSessions;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.ServerCertificate;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSockets;
import org.mailroom.mailbox.socket.Targets;

/**
 * One visit to a server: first as a stranger, so that each step can be told apart, then signed in
 * to do what the visit is for. For one thread.
 */
final class Visit implements AutoCloseable {
  /** Whom to trust, where to go and how long to wait. */
  record Terms(
      AllowedHosts allowed,
      Targets targets,
      Clock clock,
      X509ExtendedTrustManager trust,
      Duration limit) {

    static Terms of(AllowedHosts allowed, Targets targets, Clock clock, Duration limit)
        throws GeneralSecurityException {
      return new Terms(allowed, targets, clock, Certificates.ofThisServer(), limit);
    }

    /** The operator has named the server of a Mail Session, so the allowed hosts do not apply. */
    Terms everywhere() {
      AllowedHosts all = AllowedHosts.all();
      return new Terms(all, new Targets(all, InetAddress::getAllByName), clock, trust, limit);
    }
  }

  private final Account account;
  private final Terms terms;
  private final boolean international;
  private final GuardedSockets sockets;
  private final Steps steps;
  private final SignIn signIn;
  private final Tls tls;

  private Visit(Account account, Terms terms, boolean international, Steps steps) {
    this.account = account;
    this.terms = terms;
    this.international = international;
    this.steps = steps;
    sockets = new GuardedSockets(() -> new DeadlineSocket(terms.allowed(), steps.deadline()));
    signIn = another();
    tls = new Tls(account, terms.trust(), terms.clock().instant());
  }

  /**
   * Sets out for the server of an account, by way of its Mail Session if it names one.
   *
   * @param international whether an address with letters beyond ASCII plays a part (RFC 6531)
   */
  static Visit to(Account account, Terms terms, MailSessions sessions, boolean international) {
    Steps steps = new Steps(new Deadline(), new Diagnosis(account));
    if (account.session().isEmpty()) {
      return new Visit(account, terms, international, steps);
    }
    AtomicReference<Account> entered = new AtomicReference<>(account);
    steps.take("session", terms.limit(), () -> enter(sessions, entered));
    Account found = entered.get();
    return new Visit(found, terms.everywhere(), international, steps.with(new Diagnosis(found)));
  }

  private static Seen enter(MailSessions sessions, AtomicReference<Account> account) {
    Account entered = account.updateAndGet(sessions::enter);
    return Seen.of(
        CheckCode.SESSION,
        entered.session().orElseThrow().jndiName(),
        entered.server(),
        entered.port());
  }

  /** Goes up to where the log-in would begin, and leaves. */
  Visit knock() {
    Duration limit = terms.limit();
    try (Probe probe = new Probe(account, terms.targets(), sockets)) {
      steps.take("address", limit, probe::address).take("connect", limit, probe::connect);
      if (account.security() == Security.TLS) {
        steps.take("tls", limit, () -> probe.tls(tls));
      }
      steps.take("greeting", limit, probe::greeting);
      if (account.security() == Security.STARTTLS) {
        steps.take("tls", limit, () -> probe.tls(tls));
      }
      steps.take("capabilities", limit, probe::capabilities);
    }
    return this;
  }

  /** Connects and greets anew, and logs in. */
  Visit enter() {
    steps.take("login", terms.limit().multipliedBy(2), signIn::login);
    return this;
  }

  Visit take(String step, Steps.Action action) {
    return take(step, terms.limit().multipliedBy(2), action);
  }

  Visit take(String step, Duration limit, Steps.Action action) {
    steps.take(step, limit, action);
    return this;
  }

  Account account() {
    return account;
  }

  SignIn signIn() {
    return signIn;
  }

  /** Another log-in within the limits of the present step. */
  SignIn another() {
    return new SignIn(account, sockets, international);
  }

  boolean failed() {
    return steps.failed();
  }

  CheckReport report() {
    Optional<ServerCertificate> certificate = tls.certificate();
    return CheckReport.of(steps.taken(), certificate);
  }

  @Override
  public void close() {
    signIn.close();
  }
}
