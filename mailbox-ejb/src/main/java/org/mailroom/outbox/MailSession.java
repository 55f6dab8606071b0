package org.mailroom.outbox;

import java.util.Locale;
import java.util.Optional;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.Security;
import org.mailroom.vault.Secret;

/**
 * The server behind the Mail Session, as the operator has set it with the {@code MAILROOM_MAIL_*}
 * variables (docs/operating.md).
 *
 * @param user empty for no log-in
 */
public record MailSession(
    String host,
    int port,
    Security security,
    Optional<String> user,
    Optional<Secret> password,
    EmailAddress from) {

  /**
   * The settings of this installation; empty if it has no Mail Session.
   *
   * @throws IllegalStateException if a variable is missing or makes no sense
   */
  public static Optional<MailSession> of(Environment environment) {
    return environment.text("MAILROOM_MAIL_HOST").map(host -> at(host, environment));
  }

  private static MailSession at(String host, Environment environment) {
    Security security = security(environment.text("MAILROOM_MAIL_SECURITY").orElse("STARTTLS"));
    return new MailSession(
        host,
        environment.text("MAILROOM_MAIL_PORT").map(MailSession::port).orElse(usualPort(security)),
        security,
        environment.text("MAILROOM_MAIL_USER"),
        environment.text("MAILROOM_MAIL_PASSWORD").map(Secret::of),
        from(environment.text("MAILROOM_MAIL_FROM").orElse("")));
  }

  private static Security security(String name) {
    try {
      return Security.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw wrong("MAILROOM_MAIL_SECURITY", "TLS, STARTTLS or NONE", name);
    }
  }

  private static int port(String number) {
    if (!number.matches("[1-9]\\d{0,4}") || Integer.parseInt(number) > 65_535) {
      throw wrong("MAILROOM_MAIL_PORT", "a number from 1 to 65535", number);
    }
    return Integer.parseInt(number);
  }

  private static int usualPort(Security security) {
    return switch (security) {
      case TLS -> 465;
      case STARTTLS -> 587;
      case NONE -> 25;
    };
  }

  private static EmailAddress from(String address) {
    return EmailAddress.parse(address)
        .orElseThrow(() -> wrong("MAILROOM_MAIL_FROM", "the address mail is sent from", address));
  }

  private static IllegalStateException wrong(String variable, String wanted, String found) {
    return new IllegalStateException(
        "MAILROOM_MAIL_HOST is set, so %s must be %s, but it is '%s'."
            .formatted(variable, wanted, found));
  }
}
