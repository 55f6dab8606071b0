package org.mailroom.api.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** How answers look: properties as their records declare them, and null where there is no value. */
@Provider
public class JsonAnswers implements ContextResolver<Jsonb> {
  private final Jsonb jsonb =
      JsonbBuilder.create(
          new JsonbConfig().withNullValues(true).withSerializers(new RecordSerializer()));

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
