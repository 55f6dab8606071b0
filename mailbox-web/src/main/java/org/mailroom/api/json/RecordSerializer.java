package org.mailroom.api.json;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.lang.reflect.RecordComponent;

/** Writes a record's components in their own order; JSON Binding 3.0 knows no records. */
class RecordSerializer implements JsonbSerializer<Record> {
  @Override
  public void serialize(Record answer, JsonGenerator json, SerializationContext context) {
    json.writeStartObject();
    for (RecordComponent component : answer.getClass().getRecordComponents()) {
      Object value = valueOf(component, answer);
      if (value == null) {
        json.writeNull(component.getName());
      } else {
        context.serialize(component.getName(), value, json);
      }
    }
    json.writeEnd();
  }

  private static Object valueOf(RecordComponent component, Record answer) {
    try {
      return component.getAccessor().invoke(answer);
    } catch (ReflectiveOperationException closed) {
      throw new JsonbException("Cannot read " + component + ". Make its record public.", closed);
    }
  }
}
