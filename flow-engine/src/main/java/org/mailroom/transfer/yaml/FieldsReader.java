package org.mailroom.transfer.yaml;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.model.Field;
import org.mailroom.transfer.model.Stated;

/** Reads the fields of one item strictly. What is null reads as left out. */
final class FieldsReader {
  private final String path;
  private final List<Problem> problems;
  private final Map<String, Integer> lines = new HashMap<>();

  FieldsReader(String path, List<Problem> problems) {
    this.path = path;
    this.problems = problems;
  }

  /** The line of each field that is there. */
  Map<String, Integer> lines() {
    return lines;
  }

  Map<String, Object> read(List<Field> fields, Node node) {
    Map<String, Node> stated = new LinkedHashMap<>();
    if (node instanceof Node.Mapping mapping) {
      flatten("", mapping, groups(fields), stated);
    } else {
      problem(node, "", "This must be a mapping, and is %s.".formatted(node.kind()));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> value(field, stated.remove(field.name()), node, values));
    stated.forEach(
        (name, unknown) ->
            problem(unknown, name, "\"%s\" is no field that is known here.".formatted(name)));
    return values;
  }

  /** The names of the inner mappings, as {@code oauth.} is one. */
  private static Set<String> groups(List<Field> fields) {
    Set<String> groups = new HashSet<>();
    for (Field field : fields) {
      int dot = field.name().indexOf('.');
      if (dot > 0) {
        groups.add(field.name().substring(0, dot));
      }
    }
    return groups;
  }

  private static void flatten(
      String prefix, Node.Mapping mapping, Set<String> groups, Map<String, Node> into) {
    mapping
        .entries()
        .forEach(
            (key, node) -> {
              if (node instanceof Node.Mapping inner && groups.contains(key)) {
                flatten(key + ".", inner, Set.of(), into);
              } else {
                into.put(prefix + key, node);
              }
            });
  }

  private void value(Field field, Node node, Node item, Map<String, Object> values) {
    if (node == null || (node instanceof Node.Scalar scalar && scalar.isNull())) {
      if (field.required()) {
        problem(item, field.name(), "\"%s\" is missing.".formatted(field.name()));
      }
      return;
    }
    lines.put(field.name(), node.line());
    Object value =
        switch (field.type()) {
          case TEXTS -> texts(field, node);
          case ITEMS -> items(field, node);
          default -> single(field, node);
        };
    if (value != null) {
      values.put(field.name(), value);
    }
  }

  private List<String> texts(Field field, Node node) {
    return list(field, node).stream()
        .filter(item -> isScalar(field, item))
        .map(item -> ((Node.Scalar) item).value())
        .toList();
  }

  private List<Node> list(Field field, Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    problem(node, field.name(), "This must be a list, and is %s.".formatted(node.kind()));
    return List.of();
  }

  private List<Map<String, Object>> items(Field field, Node node) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Node item : list(field, node)) {
      items.add(inner(field, "%s[%d]".formatted(field.name(), items.size()), item));
    }
    return items;
  }

  private Map<String, Object> inner(Field field, String name, Node item) {
    FieldsReader reader = new FieldsReader(path + "." + name, problems);
    Map<String, Object> values = reader.read(field.inner(), item);
    lines.put(name, item.line());
    reader.lines.forEach((inner, line) -> lines.put(name + "." + inner, line));
    return values;
  }

  private Object single(Field field, Node node) {
    return isScalar(field, node) ? scalar(field, (Node.Scalar) node) : null;
  }

  private boolean isScalar(Field field, Node node) {
    boolean scalar = node instanceof Node.Scalar;
    if (!scalar) {
      problem(node, field.name(), "This must be a single value, and is %s.".formatted(node.kind()));
    }
    return scalar;
  }

  private Object scalar(Field field, Node.Scalar scalar) {
    String text = scalar.value();
    return switch (field.type()) {
      case TEXT, TEXTS, ITEMS -> storable(field, scalar);
      case FLAG ->
          text.equals("true") || text.equals("false")
              ? Boolean.valueOf(text)
              : wrong(field, scalar, "true or false");
      case NUMBER ->
          text.matches("-?\\d{1,9}")
              ? Integer.valueOf(text)
              : wrong(field, scalar, "a whole number");
      case DATE -> isDate(text) ? text : wrong(field, scalar, "a date such as 2026-11-30");
      case CHOICE ->
          field.choices().contains(text)
              ? text
              : wrong(field, scalar, "one of " + String.join(", ", field.choices()));
    };
  }

  private Object storable(Field field, Node.Scalar scalar) {
    return scalar.value().indexOf('\0') < 0
        ? scalar.value()
        : wrong(field, scalar, "a text without the character NUL");
  }

  private static boolean isDate(String text) {
    try {
      return LocalDate.parse(text) != null;
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  private Object wrong(Field field, Node.Scalar scalar, String expected) {
    // the value stays out of the words: it may have been meant to be a secret
    problem(scalar, field.name(), "\"%s\" must be %s.".formatted(field.name(), expected));
    return null;
  }

  private void problem(Node node, String name, String message) {
    String place = name.isEmpty() ? path : path + "." + name;
    problems.add(Stated.at(node.line(), "FORM", place, message));
  }
}
