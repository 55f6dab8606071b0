package org.mailroom.audit;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that is not what it was.
 *
 * @param field its name, as the public interface has it
 * @param before null where there was nothing
 * @param after null where there is nothing now
 */
public record Change(String field, String before, String after) {
  private static final int MAX_LENGTH = 2000;

  /** A value in words; a very long one is cut. */
  public static Change of(String field, Object before, Object after) {
    return new Change(field, words(before), words(after));
  }

  /**
   * A secret, of which nothing is told but that it was set, changed or removed.
   *
   * @param before whether there was one
   * @param after whether there is one now
   */
  public static Change secret(String field, boolean before, boolean after) {
    String set = before ? "changed" : "set";
    return new Change(field, null, after ? set : "removed");
  }

  /**
   * What differs, part by part; records inside a record count by their own parts, and those of one
   * part as values.
   *
   * @param before null where there was nothing
   * @param after null where there is nothing now
   */
  public static List<Change> between(Record before, Record after) {
    Record known = before == null ? after : before;
    return Stream.of(known.getClass().getRecordComponents())
        .flatMap(part -> differences(part, value(part, before), value(part, after)))
        .toList();
  }

  private static Stream<Change> differences(RecordComponent part, Object before, Object after) {
    if (Objects.equals(before, after)) {
      return Stream.empty();
    }
    return hasParts(before) || hasParts(after)
        ? between((Record) before, (Record) after).stream()
        : Stream.of(of(part.getName(), before, after))
            .filter(change -> !Objects.equals(change.before, change.after));
  }

  private static boolean hasParts(Object value) {
    return value instanceof Record && value.getClass().getRecordComponents().length > 1;
  }

  private static Object value(RecordComponent part, Record of) {
    try {
      return of == null ? null : part.getAccessor().invoke(of);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String words(Object value) {
    if (value instanceof Optional<?> perhaps) {
      return words(perhaps.orElse(null));
    }
    if (value instanceof Collection<?> several) {
      return words(several.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
    String text = value == null ? "" : value.toString();
    return text.isEmpty() ? null : cut(text);
  }

  private static String cut(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  @Override
  public String toString() {
    return field + ": " + (before == null ? "" : before + " → ") + (after == null ? "–" : after);
  }
}
