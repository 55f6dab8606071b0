package org.mailroom.mailbox.model;

import java.util.Optional;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.vault.Secret;

/**
 * Whether a mailbox has the password it needs, and whether the stored one may serve.
 *
 * @param given the new password, null for none
 * @param remove whether the stored one is to be forgotten
 */
public record PasswordRule(Secret given, boolean remove) {
  private static final int MAX_LENGTH = 1024;

  /** What a draft says about the password; an empty one is none, as an untouched field sends it. */
  public static PasswordRule of(MailboxDraft draft, MailboxSettings wanted) {
    if (wanted.mailSession().isPresent()) {
      return new PasswordRule(null, true); // the session has its own
    }
    boolean none = draft.password() == null || draft.password().reveal().isEmpty();
    return new PasswordRule(none ? null : draft.password(), draft.removePassword());
  }

  /**
   * For a new mailbox. A paused one may go without, so that it can be prepared by somebody else.
   */
  public Optional<Problem> problem(MailboxSettings wanted) {
    return wanted.active() ? problemOfUsing(wanted) : problemOfGiven(wanted);
  }

  private Optional<Problem> problemOfUsing(MailboxSettings wanted) {
    if (given != null || wanted.connection().authentication() != Authentication.PASSWORD) {
      return problemOfGiven(wanted);
    }
    return missing("Enter the password.");
  }

  /**
   * For a mailbox that is stored. A paused one may go without a password, so that a person can take
   * it away.
   */
  public Optional<Problem> problem(MailboxSettings wanted, Mailbox stored) {
    if (given != null || wanted.connection().authentication() != Authentication.PASSWORD) {
      return problemOfGiven(wanted);
    }
    if (remove || !stored.hasPassword()) {
      return wanted.active()
          ? missing("An active mailbox needs its password: enter it, or pause the mailbox.")
          : Optional.empty();
    }
    return wanted.connection().sameAccount(stored.connection()) ? Optional.empty() : again();
  }

  /** For trying settings that are not saved. */
  public Optional<Problem> problemOfTrying(MailboxSettings wanted, Optional<Mailbox> stored) {
    Optional<Mailbox> usable = stored.filter(box -> box.hasPassword() && !remove);
    if (given != null || usable.isEmpty()) {
      return problemOfUsing(wanted);
    }
    boolean needed = wanted.connection().authentication() == Authentication.PASSWORD;
    return needed && !wanted.connection().guardsAsWellAs(usable.get().connection())
        ? again()
        : Optional.empty();
  }

  private Optional<Problem> problemOfGiven(MailboxSettings wanted) {
    if (given == null) {
      return Optional.empty();
    }
    if (wanted.connection().authentication() == Authentication.NONE) {
      return problem("NOT_USED", "Without authentication there is no password: remove it.");
    }
    if (wanted.connection().authentication() == Authentication.OAUTH2) {
      return problem("NOT_USED", "With OAuth2 there is no password: remove it.");
    }
    if (given.reveal().length() > MAX_LENGTH) {
      return problem("LENGTH", "At most %d characters.".formatted(MAX_LENGTH));
    }
    return MailboxRules.isBroken(given.reveal())
        ? problem("CHARACTERS", "No line breaks and no control characters.")
        : Optional.empty();
  }

  private static Optional<Problem> missing(String message) {
    return problem("MISSING", message);
  }

  private static Optional<Problem> again() {
    return problem(
        "AGAIN",
        "Enter the password again: the stored one is kept for the server and user it was saved with.");
  }

  private static Optional<Problem> problem(String what, String message) {
    return Optional.of(new Problem("PASSWORD_" + what, "password", message));
  }
}
