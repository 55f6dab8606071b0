package org.mailroom.transfer.model;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.transfer.TransferReport.Change;
import org.mailroom.transfer.TransferReport.Difference;
import org.mailroom.transfer.TransferReport.What;

/** Compares an item before and after. */
public final class Differences {
  private Differences() {}

  /**
   * What became of an item that a document states.
   *
   * @param before empty if it is new
   */
  public static Change between(Optional<Item> before, Item after, List<String> notes) {
    List<Difference> fields = fields(before, after);
    return new Change(
        after.kind().section(), after.name(), what(before, fields), fields, List.copyOf(notes));
  }

  private static What what(Optional<Item> before, List<Difference> fields) {
    if (before.isEmpty()) {
      return What.ADDED;
    }
    return fields.isEmpty() ? What.UNCHANGED : What.CHANGED;
  }

  private static List<Difference> fields(Optional<Item> before, Item after) {
    List<Difference> differences = new ArrayList<>();
    for (Field field : after.kind().fields()) {
      String old = before.map(item -> words(item, field)).orElse(null);
      String now = words(after, field);
      if (!Objects.equals(old, now)) {
        differences.add(new Difference(field.name(), old, now));
      }
    }
    if (differences.isEmpty() && before.filter(b -> b.version() != after.version()).isPresent()) {
      // the one thing that is stored and never shown
      differences.add(new Difference("secret", "•••", "•••"));
    }
    return differences;
  }

  private static String words(Item item, Field field) {
    Object value = item.fields().get(field.name());
    if (value == null) {
      return null;
    }
    return field.type() == Field.Type.ITEMS ? lines((List<?>) value) : words(value);
  }

  /** One line for each, so that a person sees which one differs. */
  private static String lines(List<?> items) {
    return items.stream().map(Differences::words).collect(joining("\n"));
  }

  private static String words(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Differences::words).collect(joining(", "));
    }
    return value instanceof Map<?, ?> item ? mapping(item) : value.toString();
  }

  private static String mapping(Map<?, ?> item) {
    return item.entrySet().stream()
        .map(field -> field.getKey() + ": " + words(field.getValue()))
        .collect(joining(", ", "{", "}"));
  }
}
