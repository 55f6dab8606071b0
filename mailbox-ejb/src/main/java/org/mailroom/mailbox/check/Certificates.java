package org.mailroom.mailbox.check;

import java.io.IOException;
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
 * Judges a server's certificate as the mail library does, and keeps it with the verdict, so that a
 * refusal can say what was wrong with it and a chosen blindness what it overlooks.
 */
final class Certificates extends X509ExtendedTrustManager {
  /**
   * @param trusted whether the chain ends with somebody this JVM trusts
   * @param nameMatches whether it is for the server that was meant
   */
  record Verdict(X509Certificate certificate, boolean trusted, boolean nameMatches) {}

  private final X509ExtendedTrustManager judge;
  private final boolean verify;
  private Verdict verdict;

  Certificates(X509ExtendedTrustManager judge, boolean verify) {
    this.judge = judge;
    this.verify = verify;
  }

  /** Who this JVM trusts. */
  static X509ExtendedTrustManager ofThisServer() throws GeneralSecurityException {
    return judgeBy(null);
  }

  /** Whoever trusts this certificate, and so has nothing against it but its name. */
  private static X509ExtendedTrustManager trusting(X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("server", certificate);
    return judgeBy(store);
  }

  private static X509ExtendedTrustManager judgeBy(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Stream.of(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  TrustManager[] asArray() {
    return new TrustManager[] {this};
  }

  /** What there is to say of the server's own certificate, if it got so far as to show it. */
  Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    Optional<CertificateException> distrust = distrust(chain, type);
    boolean nameMatches = nameMatches(chain, type, socket);
    verdict = new Verdict(chain[0], distrust.isEmpty(), nameMatches);
    if (verify && distrust.isPresent()) {
      throw distrust.get();
    }
    if (verify && !nameMatches) {
      throw new CertificateException("another name");
    }
  }

  private Optional<CertificateException> distrust(X509Certificate[] chain, String type) {
    try {
      judge.checkServerTrusted(chain, type);
      return Optional.empty();
    } catch (CertificateException distrusted) {
      return Optional.of(distrusted);
    }
  }

  private static boolean nameMatches(X509Certificate[] chain, String type, Socket socket) {
    try {
      trusting(chain[0]).checkServerTrusted(chain, type, socket);
      return true;
    } catch (GeneralSecurityException | IOException otherName) {
      return false;
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
