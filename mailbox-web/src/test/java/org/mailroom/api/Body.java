package org.mailroom.api;

import jakarta.json.Json;
import java.io.StringReader;
import org.mailroom.api.json.Fields;

/** Bodies for tests of forms. */
public final class Body {
  private Body() {}

  public static Fields of(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return Fields.of(reader.readObject());
    }
  }
}
