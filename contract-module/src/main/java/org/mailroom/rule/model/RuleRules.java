package org.mailroom.rule.model;

import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.mailroom.request.Classification;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleTest;

/** Judges a complete draft of a rule whole (docs/intake.md). */
public final class RuleRules {
  private static final int MAX_NAME = 100;
  private static final int MAX_WANTED = 500;
  private static final int MAX_CONDITIONS = 20;

  /** So many steps of a counted repetition at most: they are written out in memory. */
  private static final int MAX_REPEAT = 1000;

  private static final Pattern HEADER = Pattern.compile("[!-9;-~]{1,100}");
  private static final Pattern COUNT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

  private RuleRules() {}

  /**
   * Every broken rule.
   *
   * @param groups tells which acronyms are those of a group
   */
  public static List<Problem> problems(RuleDraft stated, Predicate<String> groups) {
    return Stream.of(
            name(stated.name()),
            service(stated.service()),
            group(stated.group(), groups),
            count(stated.conditions()),
            conditions(stated.conditions()))
        .flatMap(it -> it)
        .toList();
  }

  /** Every broken rule of several, with fields such as {@code rules[2].name}. */
  public static List<Problem> problems(List<RuleDraft> stated, Predicate<String> groups) {
    return IntStream.range(0, stated.size())
        .boxed()
        .flatMap(i -> problems(stated.get(i), groups).stream().map(it -> of(i, it)))
        .toList();
  }

  private static Problem of(int rule, Problem it) {
    return new Problem(it.code(), "rules[%d].%s".formatted(rule, it.field()), it.message());
  }

  private static Stream<Problem> name(String name) {
    return name.isEmpty()
        ? problem("NAME_REQUIRED", "name", "Give the rule a name: the ledger tells it.")
        : tooLong("name", name, MAX_NAME);
  }

  private static Stream<Problem> service(String service) {
    return tooLong("service", service, Classification.MAX_SERVICE);
  }

  private static Stream<Problem> group(String group, Predicate<String> groups) {
    return group.isEmpty() || groups.test(group)
        ? Stream.of()
        : problem("GROUP_UNKNOWN", "group", "There is no group %s.".formatted(group));
  }

  private static Stream<Problem> count(List<RuleCondition> conditions) {
    return conditions.size() <= MAX_CONDITIONS
        ? Stream.of()
        : problem(
            "TOO_MANY_CONDITIONS",
            "conditions",
            "A rule has at most %d conditions.".formatted(MAX_CONDITIONS));
  }

  private static Stream<Problem> conditions(List<RuleCondition> conditions) {
    return IntStream.range(0, conditions.size())
        .boxed()
        .flatMap(i -> condition(conditions.get(i), "conditions[%d]".formatted(i)));
  }

  private static Stream<Problem> condition(RuleCondition it, String field) {
    if (it.field() == null || it.test() == null) {
      return problem("CONDITION_INCOMPLETE", field, "Say what to look at, and how.");
    }
    return Stream.concat(header(it, field), wanted(it, field));
  }

  private static Stream<Problem> header(RuleCondition it, String field) {
    return it.field() != RuleField.HEADER || HEADER.matcher(it.header()).matches()
        ? Stream.of()
        : problem("HEADER_NAME", field, "Name the header, such as X-Priority.");
  }

  private static Stream<Problem> wanted(RuleCondition it, String field) {
    if (it.wanted().isBlank()) {
      return problem("WANTED_REQUIRED", field, "Say which text to look for.");
    }
    Stream<Problem> expression =
        it.test() == RuleTest.MATCHES
            ? trouble(it.wanted()).stream().map(words -> new Problem("EXPRESSION", field, words))
            : Stream.of();
    return Stream.concat(tooLong(field, it.wanted(), MAX_WANTED), expression);
  }

  /** What is wrong with a regular expression. */
  static Optional<String> trouble(String expression) {
    if (repeats(expression) > MAX_REPEAT) {
      return Optional.of("The expression repeats more than %d times.".formatted(MAX_REPEAT));
    }
    try {
      Matching.pattern(expression);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("This is no regular expression (RE2): %s.".formatted(e.getMessage()));
    }
  }

  /** The product of all counts: nested ones multiply. */
  private static double repeats(String expression) {
    return COUNT
        .matcher(expression)
        .results()
        .mapToDouble(it -> Math.max(count(it.group(1)), count(it.group(2))))
        .reduce(1, (a, b) -> a * b);
  }

  private static double count(String digits) {
    return digits == null || digits.isEmpty() ? 1 : Math.max(1, Double.parseDouble(digits));
  }

  private static Stream<Problem> tooLong(String field, String text, int max) {
    return text.length() <= max
        ? Stream.of()
        : problem("TOO_LONG", field, "At most %d characters.".formatted(max));
  }

  private static Stream<Problem> problem(String code, String field, String message) {
    return Stream.of(new Problem(code, field, message));
  }
}
