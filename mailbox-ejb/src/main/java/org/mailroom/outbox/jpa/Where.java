package org.mailroom.outbox.jpa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What narrows a query, with its parameters in their order. */
final class Where {
  private final StringBuilder conditions = new StringBuilder(" WHERE 1 = 1");
  private final List<Object> parameters = new ArrayList<>();

  void and(String condition, Object... values) {
    conditions.append(" AND ").append(condition);
    parameters.addAll(List.of(values));
  }

  void andIfGiven(String condition, Optional<?> value) {
    value.ifPresent(it -> and(condition, it));
  }

  Object[] parameters(Object... more) {
    return Stream.concat(parameters.stream(), Stream.of(more)).toArray();
  }

  @Override
  public String toString() {
    return conditions.toString();
  }
}
