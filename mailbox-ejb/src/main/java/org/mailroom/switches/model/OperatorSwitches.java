package org.mailroom.switches.model;

import java.util.Optional;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.switches.Diversion;
import org.mailroom.switches.Switched;
import org.mailroom.switches.Turned;

/**
 * What the operator has set by variables: stronger than the console, as a test system must not be
 * opened by a click.
 */
public record OperatorSwitches(Optional<Turned> off, Optional<Diversion> diversion) {
  public static final String MAIL_OFF = "MAILROOM_MAIL_OFF";
  public static final String SEND_ALL_TO = "MAILROOM_SEND_ALL_TO";

  /**
   * @throws IllegalStateException if a variable makes no sense: then nothing may be sent
   */
  public static OperatorSwitches of(Environment environment) {
    return new OperatorSwitches(
        environment
            .text(MAIL_OFF)
            .filter(OperatorSwitches::isTrue)
            .map(set -> Turned.byOperator(MAIL_OFF)),
        environment
            .text(SEND_ALL_TO)
            .map(to -> new Diversion(address(to), Turned.byOperator(SEND_ALL_TO))));
  }

  private static boolean isTrue(String text) {
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return Boolean.parseBoolean(text);
    }
    throw wrong(MAIL_OFF, "true or false", text);
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(() -> wrong(SEND_ALL_TO, "one e-mail address", text));
  }

  private static IllegalStateException wrong(String variable, String wanted, String found) {
    return new IllegalStateException(
        "%s must be %s, but it is '%s'.".formatted(variable, wanted, found));
  }

  /** What holds, given what the console says. */
  public Switched over(Switched console) {
    return new Switched(off.or(console::off), diversion.or(console::diversion));
  }
}
