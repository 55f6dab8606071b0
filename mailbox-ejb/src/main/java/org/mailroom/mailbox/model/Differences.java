package org.mailroom.mailbox.model;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares records by the names of their parts, for the audit. */
final class Differences {
  private Differences() {}

  /** The names of the innermost parts that differ. */
  static List<String> between(Record one, Record other) {
    return Stream.of(one.getClass().getRecordComponents())
        .flatMap(part -> names(part, value(part, one), value(part, other)))
        .toList();
  }

  private static Stream<String> names(RecordComponent part, Object one, Object other) {
    if (Objects.equals(one, other)) {
      return Stream.empty();
    }
    return one instanceof Record inner && other instanceof Record outer
        ? between(inner, outer).stream()
        : Stream.of(part.getName());
  }

  private static Object value(RecordComponent part, Record of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
