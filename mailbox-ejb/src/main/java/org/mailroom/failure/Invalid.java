package org.mailroom.failure;

import java.util.List;
import java.util.stream.Collectors;

/** The input breaks rules; all of them are told at once. */
public abstract class Invalid extends Failure {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  protected Invalid(String what, List<Problem> problems) {
    super(what + ": " + sentences(problems));
    this.problems = List.copyOf(problems);
  }

  private static String sentences(List<Problem> problems) {
    return problems.stream().map(Problem::message).collect(Collectors.joining(" "));
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }
}
