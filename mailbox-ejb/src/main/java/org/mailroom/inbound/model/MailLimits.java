package org.mailroom.inbound.model;

import org.mailroom.environment.Environment;

/**
 * Beyond what a mail is quarantined, as far as the operator decides it.
 *
 * @param parts the most parts of a mail, and the most files in it
 */
public record MailLimits(int parts) {
  /** Where nothing is set. */
  public static final MailLimits USUAL = new MailLimits(50);

  private static final String PARTS = "MAILROOM_MAIL_PARTS";

  /**
   * @throws IllegalArgumentException if {@code MAILROOM_MAIL_PARTS} is no number from 10 to 1000
   */
  public static MailLimits of(Environment environment) {
    return new MailLimits(Math.toIntExact(environment.number(PARTS, 10, 1_000, USUAL.parts)));
  }
}
