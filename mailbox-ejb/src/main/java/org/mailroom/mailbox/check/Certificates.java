package org.mailroom.mailbox.check;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges a server's certificate as the mail library does, and keeps it, so that a refusal can say
 * what was wrong with it.
 */
final class Certificates extends X509ExtendedTrustManager {
  /** The certificate is good, but it is somebody else's. */
  static final class OtherName extends CertificateException {
    private static final long serialVersionUID = 1L;

    OtherName(CertificateException cause) {
      super(cause);
    }
  }

  private final X509ExtendedTrustManager judge;
  private final boolean verify;
  private X509Certificate seen;

  Certificates(X509ExtendedTrustManager judge, boolean verify) {
    this.judge = judge;
    this.verify = verify;
  }

  /** Who this JVM trusts. */
  static X509ExtendedTrustManager ofThisServer() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init((KeyStore) null);
    return Stream.of(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  TrustManager[] asArray() {
    return new TrustManager[] {this};
  }

  /** The server's own certificate, if it got so far as to show it. */
  Optional<X509Certificate> seen() {
    return Optional.ofNullable(seen);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    seen = chain[0];
    if (!verify) {
      return;
    }
    judge.checkServerTrusted(chain, type);
    try {
      judge.checkServerTrusted(chain, type, socket);
    } catch (CertificateException otherName) {
      throw new OtherName(otherName);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("only sockets are checked");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("only sockets are checked");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    throw new CertificateException("we are the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    throw new CertificateException("we are the client");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("we are the client");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
