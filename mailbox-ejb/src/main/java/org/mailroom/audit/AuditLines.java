package org.mailroom.audit;

import static java.util.stream.Collectors.joining;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.stream.Stream;

/** Entries as lines of a file. */
final class AuditLines {
  private static final String NAMES = "at,who,address,action,subject,detail,changes\r\n";

  // what makes a spreadsheet run a cell
  private static final String FORMULA = "=+-@\t\r";

  private AuditLines() {}

  /** What stands before the first entry. */
  static String head(AuditFormat format) {
    return format == AuditFormat.CSV ? NAMES : "";
  }

  static String line(AuditFormat format, AuditEntryView entry) {
    return format == AuditFormat.CSV ? csv(entry) : json(entry);
  }

  private static String csv(AuditEntryView entry) {
    String changes = entry.changes().stream().map(Change::toString).collect(joining("; "));
    return Stream.of(
            entry.at().toString(),
            entry.who(),
            entry.address(),
            entry.action(),
            entry.subject(),
            entry.detail(),
            changes)
        .map(AuditLines::cell)
        .collect(joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String value = text == null ? "" : text;
    boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }

  private static String json(AuditEntryView entry) {
    JsonObjectBuilder object =
        Json.createObjectBuilder().add("at", entry.at().toString()).add("who", entry.who());
    add(object, "address", entry.address());
    object.add("action", entry.action()).add("subject", entry.subject());
    object.add("detail", entry.detail()).add("changes", changes(entry));
    return object.build() + "\n";
  }

  private static JsonArrayBuilder changes(AuditEntryView entry) {
    JsonArrayBuilder changes = Json.createArrayBuilder();
    for (Change change : entry.changes()) {
      JsonObjectBuilder object = Json.createObjectBuilder().add("field", change.field());
      add(object, "before", change.before());
      add(object, "after", change.after());
      changes.add(object);
    }
    return changes;
  }

  private static void add(JsonObjectBuilder object, String name, String value) {
    if (value == null) {
      object.addNull(name);
    } else {
      object.add(name, value);
    }
  }
}
