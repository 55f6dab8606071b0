package org.mailroom.mailbox.check;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** A certificate with its key, signed by itself, made for one test with the JDK's keytool. */
public final class TestCertificate {
  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "server";

  private final KeyStore store;

  private TestCertificate(KeyStore store) {
    this.store = store;
  }

  /** Valid now, for 127.0.0.1. */
  static TestCertificate good(Path directory) throws Exception {
    return make(directory, "CN=good", "san=ip:127.0.0.1", "-validity", "30");
  }

  /** Valid now, for servers of these names. */
  public static TestCertificate of(Path directory, String... servers) throws Exception {
    String names = Stream.of(servers).map(name -> "dns:" + name).collect(joining(","));
    return make(directory, "CN=named", "san=" + names, "-validity", "30");
  }

  static TestCertificate ofAnotherServer(Path directory) throws Exception {
    return make(directory, "CN=other", "san=dns:mail.other.example", "-validity", "30");
  }

  static TestCertificate expired(Path directory) throws Exception {
    return make(directory, "CN=old", "san=ip:127.0.0.1", "-startdate", "-60d", "-validity", "30");
  }

  private static TestCertificate make(Path directory, String name, String names, String... validity)
      throws Exception {
    Path file = directory.resolve(name.substring(3) + ".p12");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-dname", name));
    command.addAll(List.of("-ext", names, "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", file.toString()));
    command.addAll(List.of(validity));
    Process keytool = new ProcessBuilder(command).inheritIO().start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
    return new TestCertificate(load(file));
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** Writes {@code cert.pem} and {@code key.pem} for servers that are no part of this JVM. */
  void writeTo(Path directory) throws IOException, GeneralSecurityException {
    Files.writeString(
        directory.resolve("cert.pem"),
        pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
    byte[] key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    Files.writeString(directory.resolve("key.pem"), pem("PRIVATE KEY", key));
  }

  private static String pem(String kind, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, lines, kind);
  }

  /** For a server that shows this certificate. */
  public SSLContext server() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** For a client that trusts this certificate alone. */
  public SSLContext client() throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {trust()}, null);
    return context;
  }

  /** For a client that trusts this certificate. */
  X509ExtendedTrustManager trust() throws IOException, GeneralSecurityException {
    Certificate certificate = store.getCertificate(ALIAS);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, certificate);
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return Stream.of(factory.getTrustManagers())
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
