package org.mailroom.transfer.model;

import java.util.Map;
import org.mailroom.failure.Problem;

/**
 * An item as a document states it, and where.
 *
 * @param path such as {@code mailboxes[2]}
 * @param line from 1
 * @param lines of its fields
 */
public record Stated(Item item, String path, int line, Map<String, Integer> lines) {

  /** A problem of the whole item. */
  public Problem problem(String code, String message) {
    return at(line, code, path, message);
  }

  /** A problem of one field, which need not be stated. */
  public Problem problem(String code, String field, String message) {
    String place = field.isEmpty() ? path : path + "." + field;
    return at(lines.getOrDefault(field, line), code, place, message);
  }

  public static Problem at(int line, String code, String path, String message) {
    return new Problem(code, path, "Line %d: %s".formatted(line, message));
  }
}
