package org.mailroom.api.json;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.mailroom.api.problem.BadCall;

/** Parses bodies; an empty one reads as an object without properties. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class FieldsReader implements MessageBodyReader<Fields> {
  // a property given twice is a mistake, not a matter of order
  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == Fields.class;
  }

  @Override
  public Fields readFrom(
      Class<Fields> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readAllBytes();
    return Fields.of(bytes.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : parse(bytes));
  }

  static JsonObject parse(byte[] bytes) {
    try (var reader = READERS.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readValue().asJsonObject();
    } catch (JsonException broken) {
      throw BadCall.of("MALFORMED_JSON", "", "The body is not JSON: " + broken.getMessage());
    } catch (ClassCastException otherKind) {
      throw BadCall.of("WRONG_TYPE", "", "The body must be a JSON object.");
    }
  }
}
