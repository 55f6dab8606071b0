package org.mailroom.environment;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of one installation, from its environment variables (docs/operating.md lists them).
 *
 * <p>Immutable and thread-safe. A system property of the same name stands in where a variable is
 * not set.
 */
public final class Environment {
  private final Function<String, String> variables;

  private Environment(Function<String, String> variables) {
    this.variables = variables;
  }

  /** The settings of this process. */
  public static Environment ofProcess() {
    return new Environment(
        name -> Optional.ofNullable(System.getenv(name)).orElseGet(() -> System.getProperty(name)));
  }

  /** Settings from anywhere, for tests. */
  public static Environment of(Function<String, String> variables) {
    return new Environment(variables);
  }

  /** {@code MAILROOM_DATA_DIR}: database and keys of the embedded default. */
  public Path dataDirectory() {
    return Path.of(text("MAILROOM_DATA_DIR").orElse("data")).toAbsolutePath().normalize();
  }

  /** {@code MAILROOM_MASTER_KEY_FILE}. */
  public Path masterKeyFile() {
    return text("MAILROOM_MASTER_KEY_FILE")
        .map(Path::of)
        .orElseGet(() -> dataDirectory().resolve("master.key"));
  }

  /** {@code MAILROOM_DB_URL}: a JDBC address of PostgreSQL or H2; absent for the embedded H2. */
  public Optional<String> databaseUrl() {
    return text("MAILROOM_DB_URL");
  }

  /** {@code MAILROOM_DB_USER}. */
  public Optional<String> databaseUser() {
    return text("MAILROOM_DB_USER");
  }

  /** {@code MAILROOM_DB_PASSWORD}. */
  public Optional<String> databasePassword() {
    return text("MAILROOM_DB_PASSWORD");
  }

  /** {@code MAILROOM_ADMIN_PASSWORD}: of the first administrator, at the first start. */
  public Optional<String> adminPassword() {
    return text("MAILROOM_ADMIN_PASSWORD");
  }

  /** {@code MAILROOM_PUBLIC_URL}: what links in mails begin with, without a slash at the end. */
  public URI publicUrl() {
    String url = text("MAILROOM_PUBLIC_URL").orElseGet(this::localUrl);
    return URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  private String localUrl() {
    return "http://127.0.0.1:" + text("MAILROOM_HTTP_PORT").orElse("8080");
  }

  /**
   * {@code MAILROOM_ALLOWED_HOSTS}: names, addresses or CIDR blocks of private hosts that mailboxes
   * may point at, separated by commas; {@code *} allows all.
   */
  public List<String> allowedHosts() {
    return text("MAILROOM_ALLOWED_HOSTS").stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .toList();
  }

  /**
   * {@code MAILROOM_AUTOCONFIG}: whether settings may be looked up by an e-mail address; {@code
   * off} for no.
   */
  public boolean autoconfiguration() {
    return !text("MAILROOM_AUTOCONFIG").filter("off"::equalsIgnoreCase).isPresent();
  }

  /**
   * A whole number.
   *
   * @param usual where the variable is not set
   * @throws IllegalArgumentException if it is none from the least to the most
   */
  public long number(String name, long least, long most, long usual) {
    return text(name).map(text -> number(name, text, least, most, usual)).orElse(usual);
  }

  private static long number(String name, String text, long least, long most, long usual) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below like any other wrong value
    }
    throw new IllegalArgumentException(
        "%s is \"%s\"; give a whole number from %d to %d, or leave it out for %d."
            .formatted(name, text, least, most, usual));
  }

  /** Any other variable; empty and blank count as not set. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(variables.apply(name)).map(String::strip).filter(s -> !s.isEmpty());
  }
}
