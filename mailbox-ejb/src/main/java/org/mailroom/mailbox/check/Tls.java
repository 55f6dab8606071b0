package org.mailroom.mailbox.check;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.ServerCertificate;

/**
 * Lays TLS over a connection and says what it saw: version, certificate, and what is wrong with it.
 */
final class Tls {
  private final Account account;
  private final Instant now;
  private final Certificates certificates;

  Tls(Account account, X509ExtendedTrustManager trust, Instant now) {
    this.account = account;
    this.now = now;
    this.certificates = new Certificates(trust, account.verifyCertificate());
  }

  /** What the server showed, whether that was to our liking or not. */
  Optional<ServerCertificate> certificate() {
    return certificates.verdict().map(ShownCertificate::of);
  }

  /** The socket to go on with, after the handshake. */
  SSLSocket over(Socket plain) throws IOException, GeneralSecurityException, StepFailed {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, certificates.asArray(), null);
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, account.server(), account.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    // the same rules for names as the mail library's (RFC 2830)
    parameters.setEndpointIdentificationAlgorithm("LDAPS");
    socket.setSSLParameters(parameters);
    handshake(socket);
    return socket;
  }

  private void handshake(SSLSocket socket) throws IOException, StepFailed {
    try {
      socket.startHandshake();
    } catch (SSLException refused) {
      Optional<ServerCertificate> shown = certificate();
      if (shown.isPresent() && !isFine(shown.get())) {
        throw refusal(shown.get());
      }
      throw refused;
    }
  }

  private static boolean isFine(ServerCertificate certificate) {
    return certificate.trusted() && certificate.nameMatches();
  }

  private StepFailed refusal(ServerCertificate shown) {
    String subject = shown.subject();
    if (shown.isExpired(now)) {
      return new StepFailed(CheckCode.CERTIFICATE_EXPIRED, subject, day(shown.expires()));
    }
    if (now.isBefore(shown.validFrom())) {
      return new StepFailed(CheckCode.CERTIFICATE_TOO_EARLY, subject);
    }
    if (shown.trusted()) {
      return new StepFailed(
          CheckCode.CERTIFICATE_OTHER_NAME, String.join(", ", shown.names()), account.server());
    }
    return subject.equals(shown.issuer())
        ? new StepFailed(CheckCode.CERTIFICATE_SELF_SIGNED, subject)
        : new StepFailed(CheckCode.CERTIFICATE_DISTRUSTED, subject, shown.issuer());
  }

  /** What a person wants to know about the protection that was agreed on. */
  Seen seen(SSLSocket socket) {
    SSLSession session = socket.getSession();
    ServerCertificate shown = certificate().orElseThrow();
    return Seen.of(
            account.verifyCertificate() ? CheckCode.PROTECTED : CheckCode.PROTECTED_UNVERIFIED,
            session.getProtocol(),
            shown.subject(),
            shown.issuer(),
            day(shown.expires()),
            account.server())
        .with("protocol", session.getProtocol())
        .with("cipher", session.getCipherSuite());
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
