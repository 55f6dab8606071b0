package org.mailroom.request.model;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.mailroom.request.Classification;
import org.mailroom.request.Priority;

/** Completes and judges what a person says of a request. */
public final class ClassificationRules {
  private ClassificationRules() {}

  /** The same, fit to be kept. */
  public static Classification completed(Classification wanted) {
    return new Classification(
        Wording.line(wanted.service()),
        Objects.requireNonNullElse(wanted.priority(), Priority.NORMAL),
        Wording.line(wanted.group()));
  }

  /**
   * Every broken rule.
   *
   * @param before a group that stays is not asked for: it may have been deleted since
   * @param groups tells which acronyms are those of a group
   */
  public static List<Problem> problems(
      Classification wanted, Classification before, Predicate<String> groups) {
    String group = wanted.group();
    boolean known = group.isEmpty() || group.equals(before.group()) || groups.test(group);
    return Stream.of(
            RequestRules.tooLong(
                "SERVICE_LENGTH", "service", wanted.service(), Classification.MAX_SERVICE),
            known ? Optional.<Problem>empty() : Optional.of(unknown(group)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Problem unknown(String group) {
    return new Problem("GROUP_UNKNOWN", "group", "There is no group %s.".formatted(group));
  }

  /** What was changed, for the log of the request. */
  public static String words(Classification before, Classification after) {
    return Stream.of(
            change("Service", before.service(), after.service()),
            change("Priority", before.priority().name(), after.priority().name()),
            change("Group", before.group(), after.group()))
        .flatMap(Optional::stream)
        .collect(joining("; "));
  }

  private static Optional<String> change(String what, String before, String after) {
    return before.equals(after)
        ? Optional.empty()
        : Optional.of("%s: %s → %s".formatted(what, orNone(before), orNone(after)));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "–" : text;
  }
}
