package org.mailroom.people.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.GroupView;

/** Judges a group whole. */
public final class GroupRules {
  private static final Pattern ACRONYM = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");
  private static final int MAX_NAME = 100;

  private GroupRules() {}

  public static List<Problem> problems(GroupView group) {
    return Stream.of(acronym(group.acronym()), name(group.name()), addresses(group.addresses()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Problem> acronym(String acronym) {
    return unless(
        ACRONYM.matcher(acronym).matches(),
        new Problem(
            "ACRONYM_FORM",
            "acronym",
            "An acronym has 1 to 40 letters A to Z, digits or hyphens, such as SERVICE-DESK."));
  }

  private static Optional<Problem> name(String name) {
    return unless(
        !name.isBlank() && name.length() <= MAX_NAME,
        new Problem(
            "NAME_LENGTH",
            "name",
            "Give the group a name of at most %d characters.".formatted(MAX_NAME)));
  }

  private static Optional<Problem> addresses(List<EmailAddress> addresses) {
    return unless(
        !addresses.isEmpty(),
        new Problem(
            "ADDRESSES_REQUIRED",
            "addresses",
            "Give the group at least one address, or its mail goes nowhere."));
  }

  private static Optional<Problem> unless(boolean right, Problem problem) {
    return right ? Optional.empty() : Optional.of(problem);
  }
}
