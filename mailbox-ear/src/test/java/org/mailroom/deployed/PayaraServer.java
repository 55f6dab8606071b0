package org.mailroom.deployed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A full Payara Server with a domain of its own, all of it on 127.0.0.1 and on ports of its own.
 *
 * <p>Started from the unpacked zip that the system property {@code mailroom.payara-server} names.
 */
final class PayaraServer implements AutoCloseable {
  private static final String DOMAIN = "mailroom";
  // what asadmin adds to the base: 48 for administration, 80 for HTTP
  private static final int ADMIN = 48;
  private static final int HTTP = 80;
  // it takes some of so many
  private static final int HUNDRED = 100;

  private final Path home = Path.of(System.getProperty("mailroom.payara-server"));
  private final Path domains;
  private final Map<String, String> environment;
  private final int portBase;

  PayaraServer(Path directory, Map<String, String> environment) {
    this.domains = directory.resolve("domains");
    this.environment = environment;
    this.portBase = Ports.free(HUNDRED);
    admin("create-domain", "--portbase", Integer.toString(portBase), "--nopassword", DOMAIN);
    listenOnLoopbackOnly();
    admin("start-domain", DOMAIN);
  }

  private void listenOnLoopbackOnly() {
    Path settings = domains.resolve(DOMAIN).resolve("config/domain.xml");
    try {
      String text = Files.readString(settings);
      Files.writeString(
          settings,
          text.replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
              .replaceAll("(<network-listener )(?![^>]*address=)", "$1address=\"127.0.0.1\" "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void deploy(Path ear) {
    admin("--port", Integer.toString(portBase + ADMIN), "deploy", ear.toString());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + (portBase + HTTP) + "/");
  }

  @Override
  public void close() {
    admin("stop-domain", "--kill=false", DOMAIN);
  }

  /** Runs one asadmin command; what it and the server print is in the failure. */
  private void admin(String... command) {
    List<String> line = new ArrayList<>(List.of(home.resolve("bin/asadmin").toString()));
    line.addAll(List.of("--interactive=false"));
    line.addAll(withDomains(List.of(command)));
    try {
      Path output = Files.createTempFile(domains.getParent(), "asadmin", ".log");
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().putAll(environment);
      builder.redirectOutput(output.toFile());
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new AssertionError(line + " failed: " + Files.readString(output) + log());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String log() throws IOException {
    Path log = domains.resolve(DOMAIN).resolve("logs/server.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }

  private List<String> withDomains(List<String> command) {
    List<String> line = new ArrayList<>(command);
    if (command.get(0).endsWith("-domain")) {
      line.add(1, "--domaindir=" + domains);
    }
    return line;
  }
}
