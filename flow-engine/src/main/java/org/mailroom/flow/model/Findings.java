package org.mailroom.flow.model;

import java.util.List;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;

/**
 * What a check of a diagram found.
 *
 * @param problems what forbids to save it
 * @param warnings what a person should know
 */
public record Findings(List<Problem> problems, List<Problem> warnings) {
  public static final Findings NONE = new Findings(List.of(), List.of());

  public Findings {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  public static Findings problems(List<Problem> problems) {
    return new Findings(problems, List.of());
  }

  public static Findings warnings(List<Problem> warnings) {
    return new Findings(List.of(), warnings);
  }

  public Findings and(Findings more) {
    return new Findings(
        Stream.concat(problems.stream(), more.problems.stream()).toList(),
        Stream.concat(warnings.stream(), more.warnings.stream()).toList());
  }
}
