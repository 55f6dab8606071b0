package org.mailroom.audit.model;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.mailroom.audit.Change;

/** Changes as they are stored: JSON, so that a report can read them without us. */
final class StoredChanges {
  private StoredChanges() {}

  /** Null for none. */
  static String toText(List<Change> changes) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    changes.forEach(change -> all.add(object(change)));
    return changes.isEmpty() ? null : all.build().toString();
  }

  private static JsonObjectBuilder object(Change change) {
    JsonObjectBuilder object = Json.createObjectBuilder().add("field", change.field());
    add(object, "before", change.before());
    add(object, "after", change.after());
    return object;
  }

  private static void add(JsonObjectBuilder object, String name, String value) {
    if (value != null) {
      object.add(name, value);
    }
  }

  static List<Change> fromText(String text) {
    if (text == null) {
      return List.of();
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(StoredChanges::change)
          .toList();
    }
  }

  private static Change change(JsonObject object) {
    return new Change(
        object.getString("field"),
        object.getString("before", null),
        object.getString("after", null));
  }
}
