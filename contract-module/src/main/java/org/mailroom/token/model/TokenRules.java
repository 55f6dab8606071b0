package org.mailroom.token.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mailroom.access.Role;
import org.mailroom.failure.Problem;
import org.mailroom.token.TokenDraft;

/** Judges a token whole. */
public final class TokenRules {
  private static final int MAX_NAME = 100;
  private static final int MAX_TOKENS = 100;

  private TokenRules() {}

  /**
   * Every broken rule.
   *
   * @param own the roles of the person
   * @param present how many tokens the person has
   */
  public static List<Problem> problems(TokenDraft stated, Set<Role> own, long present) {
    return Stream.of(
            unless(
                !stated.name().isEmpty() && stated.name().length() <= MAX_NAME,
                "NAME_LENGTH",
                "name",
                "Say in at most %d characters what the token is for.".formatted(MAX_NAME)),
            unless(
                own.containsAll(stated.roles()),
                "ROLE_NOT_YOURS",
                "roles",
                "A token has only roles that you have yourself."),
            unless(
                stated.days() >= 1 && stated.days() <= TokenDraft.MAX_DAYS,
                "DAYS_RANGE",
                "days",
                "A token lives from 1 to %d days.".formatted(TokenDraft.MAX_DAYS)),
            unless(
                present < MAX_TOKENS,
                "TOO_MANY",
                "name",
                "You have %d tokens. Revoke one first.".formatted(present)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> unless(
      boolean right, String code, String field, String message) {
    return right ? Optional.empty() : Optional.of(new Problem(code, field, message));
  }
}
