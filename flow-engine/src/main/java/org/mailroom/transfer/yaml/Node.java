package org.mailroom.transfer.yaml;

import java.util.List;
import java.util.Map;

/** A part of a YAML document, with the line it begins in, from 1. */
sealed interface Node {
  int line();

  /** What it is, for a person. */
  String kind();

  /** Keys in their order; no key twice. */
  record Mapping(int line, Map<String, Node> entries) implements Node {
    @Override
    public String kind() {
      return "a mapping";
    }
  }

  /** A list. */
  record Sequence(int line, List<Node> items) implements Node {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A value.
   *
   * @param plain whether it stands without quotes
   */
  record Scalar(int line, String value, boolean plain) implements Node {
    private static final List<String> NULLS = List.of("", "~", "null", "Null", "NULL");

    @Override
    public String kind() {
      return "a single value";
    }

    /** Nothing, as YAML 1.2 writes it. */
    boolean isNull() {
      return plain && NULLS.contains(value);
    }
  }
}
