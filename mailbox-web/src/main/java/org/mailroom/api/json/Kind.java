package org.mailroom.api.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.api.reference.Reference;

/**
 * A kind of value that a JSON property may have.
 *
 * @param code of the mistake if it has another
 * @param expected what it must be, in words
 * @param change may throw on a value of another kind
 */
record Kind<T>(String code, String expected, Function<JsonValue, T> change) {
  private static final String WRONG_TYPE = "WRONG_TYPE";

  static final Kind<String> TEXT = new Kind<>(WRONG_TYPE, "a text", Kind::text);
  static final Kind<List<String>> TEXTS = new Kind<>(WRONG_TYPE, "a list of texts", Kind::texts);
  static final Kind<Integer> INTEGER =
      new Kind<>(WRONG_TYPE, "a whole number", value -> ((JsonNumber) value).intValueExact());
  static final Kind<Long> NUMBER =
      new Kind<>(WRONG_TYPE, "a whole number", value -> ((JsonNumber) value).longValueExact());
  static final Kind<List<Long>> NUMBERS =
      new Kind<>(WRONG_TYPE, "a list of whole numbers", Kind::numbers);
  static final Kind<Boolean> FLAG = new Kind<>(WRONG_TYPE, "true or false", Kind::flag);
  static final Kind<LocalDate> DATE =
      new Kind<>(WRONG_TYPE, "a date such as \"2026-11-30\"", v -> LocalDate.parse(text(v)));
  static final Kind<Reference> REFERENCE =
      new Kind<>(WRONG_TYPE, "a name or an id", Kind::reference);
  static final Kind<JsonObject> OBJECT =
      new Kind<>(WRONG_TYPE, "an object", JsonValue::asJsonObject);

  static final Kind<List<JsonObject>> OBJECTS =
      new Kind<>(WRONG_TYPE, "a list of objects", Kind::objects);

  static <E extends Enum<E>> Kind<E> choice(Class<E> choices) {
    String words =
        Arrays.stream(choices.getEnumConstants())
            .map(Enum::name)
            .collect(Collectors.joining(", ", "one of ", ""));
    return new Kind<>("UNKNOWN_VALUE", words, value -> Enum.valueOf(choices, text(value)));
  }

  /** The value; empty if it is of another kind. */
  Optional<T> read(JsonValue value) {
    try {
      return Optional.of(change.apply(value));
    } catch (ClassCastException
        | IllegalArgumentException
        | ArithmeticException
        | DateTimeException otherKind) {
      return Optional.empty();
    }
  }

  private static String text(JsonValue value) {
    return Texts.storable(((JsonString) value).getString());
  }

  private static List<String> texts(JsonValue value) {
    return ((JsonArray) value).stream().map(Kind::text).toList();
  }

  private static List<JsonObject> objects(JsonValue value) {
    return ((JsonArray) value).stream().map(JsonValue::asJsonObject).toList();
  }

  private static List<Long> numbers(JsonValue value) {
    return ((JsonArray) value)
        .stream().map(number -> ((JsonNumber) number).longValueExact()).toList();
  }

  private static Boolean flag(JsonValue value) {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE;
    }
    throw new IllegalArgumentException("neither true nor false");
  }

  private static Reference reference(JsonValue value) {
    return value instanceof JsonNumber number
        ? Reference.toId(number.longValueExact())
        : Reference.toName(text(value));
  }
}
