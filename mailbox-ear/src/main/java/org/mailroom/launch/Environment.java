package org.mailroom.launch;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Looks settings up: the environment first, then a system property of the same name. */
final class Environment {
  private final UnaryOperator<String> variables;

  Environment() {
    this(Environment::fromTheProcess);
  }

  Environment(UnaryOperator<String> variables) {
    this.variables = variables;
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(variables.apply(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  private static String fromTheProcess(String name) {
    var value = System.getenv(name);
    return value == null ? System.getProperty(name) : value;
  }
}
