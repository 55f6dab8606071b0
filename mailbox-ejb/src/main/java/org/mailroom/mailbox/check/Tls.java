package org.mailroom.mailbox.check;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.mailroom.mailbox.MailboxAccess.Account;

/**
 * Lays TLS over a connection and says what it saw: version, certificate, and what is wrong with it.
 */
final class Tls {
  private static final String INTO_TRUST =
      "If you know this server, add the certificate to the trust store of this installation. Turning"
          + " \"verify certificate\" off lets anybody between read the password.";
  private static final int DNS_NAME = 2;

  private final Account account;
  private final X509ExtendedTrustManager trust;
  private final Instant now;

  Tls(Account account, X509ExtendedTrustManager trust, Instant now) {
    this.account = account;
    this.trust = trust;
    this.now = now;
  }

  /** The socket to go on with, after the handshake. */
  SSLSocket over(Socket plain) throws IOException, GeneralSecurityException, StepFailed {
    Certificates certificates = new Certificates(trust, account.verifyCertificate());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, certificates.asArray(), null);
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, account.server(), account.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    // the same rules for names as the mail library's (RFC 2830)
    parameters.setEndpointIdentificationAlgorithm(account.verifyCertificate() ? "LDAPS" : null);
    socket.setSSLParameters(parameters);
    handshake(socket, certificates);
    return socket;
  }

  private void handshake(SSLSocket socket, Certificates certificates)
      throws IOException, StepFailed {
    try {
      socket.startHandshake();
    } catch (SSLException refused) {
      if (certificates.seen().isPresent()) {
        throw refusal(certificates.seen().get(), refused);
      }
      throw refused;
    }
  }

  private StepFailed refusal(X509Certificate certificate, SSLException refused) {
    String name = name(certificate);
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      return new StepFailed(
          "The certificate of %s expired on %s.".formatted(name, expiry(certificate)),
          "Ask the operator of the mail server to renew it.");
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      return new StepFailed(
          "The certificate of %s is not valid yet.".formatted(name),
          "Compare the clocks of this server and the mail server.");
    }
    if (isCausedBy(refused, Certificates.OtherName.class)) {
      return new StepFailed(
          "The certificate is for %s, not for %s.".formatted(names(certificate), account.server()),
          "Enter the server by the name in its certificate.");
    }
    return distrust(certificate, name);
  }

  private static StepFailed distrust(X509Certificate certificate, String name) {
    String issuer = certificate.getIssuerX500Principal().getName();
    return name.equals(issuer)
        ? new StepFailed("The certificate of %s is self-signed.".formatted(name), INTO_TRUST)
        : new StepFailed(
            "The certificate of %s was issued by %s, whom this installation does not trust."
                .formatted(name, issuer),
            INTO_TRUST);
  }

  private static boolean isCausedBy(Throwable failure, Class<?> type) {
    return failure != null && (type.isInstance(failure) || isCausedBy(failure.getCause(), type));
  }

  /** What a person wants to know about the protection that was agreed on. */
  String describe(SSLSocket socket) throws IOException {
    X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
    return "%s, certificate of %s, issued by %s, valid until %s, %s."
        .formatted(
            socket.getSession().getProtocol(),
            name(certificate),
            certificate.getIssuerX500Principal().getName(),
            expiry(certificate),
            account.verifyCertificate()
                ? "matches " + account.server()
                : "not verified, as you chose");
  }

  private static String name(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static LocalDate expiry(X509Certificate certificate) {
    return certificate.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
      return alternatives == null
          ? name(certificate)
          : alternatives.stream()
              .filter(entry -> entry.get(0).equals(DNS_NAME))
              .map(entry -> entry.get(1).toString())
              .collect(Collectors.joining(", "));
    } catch (java.security.cert.CertificateParsingException unreadable) {
      return name(certificate);
    }
  }
}
