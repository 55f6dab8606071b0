package org.mailroom.people.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.AccountDraft;
import org.mailroom.people.Given;

/** Judges an account and a password whole. */
public final class AccountRules {
  // no colon, which ends a log-in in HTTP Basic, and nothing invisible
  private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]{0,99}");
  private static final int MAX_NAME = 100;
  private static final int MIN_PASSWORD = 8;
  private static final int MAX_PASSWORD = 1000;

  private AccountRules() {}

  /**
   * Every broken rule.
   *
   * @param addressTaken whether somebody else has the address; asked only if it is one
   */
  public static List<Problem> problems(AccountDraft stated, BooleanSupplier addressTaken) {
    return Stream.of(
            login(stated.login()),
            name(stated.name()),
            email(stated.email(), addressTaken),
            roles(stated))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What is wrong with a log-in, besides that somebody has it already. */
  public static Optional<Problem> login(String login) {
    return unless(
        LOGIN.matcher(login).matches(),
        "LOGIN_FORM",
        "login",
        "A log-in has 1 to 100 letters, digits or . _ @ + - and begins with a letter or digit.");
  }

  public static Problem loginTaken(String login) {
    return new Problem(
        "LOGIN_TAKEN", "login", "Somebody has the log-in %s already.".formatted(login));
  }

  private static Optional<Problem> name(String name) {
    return unless(
        !name.isEmpty() && name.length() <= MAX_NAME,
        "NAME_LENGTH",
        "name",
        "Give the person a name of at most %d characters.".formatted(MAX_NAME));
  }

  private static Optional<Problem> email(String email, BooleanSupplier taken) {
    if (email == null) {
      return Optional.empty();
    }
    if (EmailAddress.parse(email).isEmpty()) {
      return Optional.of(new Problem("ADDRESS", "email", "This is no e-mail address."));
    }
    return unless(
        !taken.getAsBoolean(), "EMAIL_TAKEN", "email", "Somebody else has this e-mail address.");
  }

  private static Optional<Problem> roles(AccountDraft stated) {
    return unless(
        !stated.roles().isEmpty(),
        "ROLES_REQUIRED",
        "roles",
        "Give the person at least one role. To keep them out, make the account inactive.");
  }

  /** One problem for each kind of thing that does not exist. */
  public static List<Problem> missing(Given missing) {
    return Stream.of(none("contracts", missing.contracts()), none("mailboxes", missing.mailboxes()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> none(String what, Set<Long> ids) {
    return unless(
        ids.isEmpty(),
        "UNKNOWN_REFERENCE",
        what,
        "There are no %s with the ids %s.".formatted(what, ids.stream().sorted().toList()));
  }

  /** What is wrong with a password, in the field that states it. */
  public static Optional<Problem> password(String password) {
    return unless(
        password.length() >= MIN_PASSWORD && password.length() <= MAX_PASSWORD,
        "NEW_PASSWORD_LENGTH",
        "password",
        "A password has at least %d characters, and at most %d."
            .formatted(MIN_PASSWORD, MAX_PASSWORD));
  }

  private static Optional<Problem> unless(
      boolean right, String code, String field, String message) {
    return right ? Optional.empty() : Optional.of(new Problem(code, field, message));
  }
}
