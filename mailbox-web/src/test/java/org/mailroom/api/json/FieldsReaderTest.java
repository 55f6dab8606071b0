package org.mailroom.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.api.problem.BadCall;

class FieldsReaderTest {
  @Test
  void an_object_is_parsed() {
    assertThat(parsed("{\"name\": \"Müller\"}").getString("name")).isEqualTo("Müller");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\":}", "name", "{\"a\": 1, \"a\": 2}"})
  void what_is_not_json_is_refused(String text) {
    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(BadCall.class)
        .hasMessageContaining("is not JSON");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "\"text\"", "1234", "null"})
  void other_json_than_an_object_is_refused(String text) {
    assertThatThrownBy(() -> parsed(text))
        .isInstanceOf(BadCall.class)
        .hasMessageContaining("must be a JSON object");
  }

  private static JsonObject parsed(String text) {
    return FieldsReader.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
