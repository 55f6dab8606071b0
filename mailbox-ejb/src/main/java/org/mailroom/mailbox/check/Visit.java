package org.mailroom.mailbox.check;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailroom.mailbox.CheckReport;
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
  }

  private final Account account;
  private final Terms terms;
  private final boolean international;
  private final GuardedSockets sockets;
  private final Steps steps;
  private final SignIn signIn;
  private final Tls tls;

  /**
   * @param international whether an address with letters beyond ASCII plays a part (RFC 6531)
   */
  Visit(Account account, Terms terms, boolean international) {
    this.account = account;
    this.terms = terms;
    this.international = international;
    Deadline deadline = new Deadline();
    sockets = new GuardedSockets(() -> new DeadlineSocket(terms.allowed(), deadline));
    steps = new Steps(deadline, new Diagnosis(account));
    signIn = another();
    tls = new Tls(account, terms.trust(), terms.clock().instant());
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
