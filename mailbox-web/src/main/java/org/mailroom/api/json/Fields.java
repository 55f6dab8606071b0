package org.mailroom.api.json;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.api.reference.Reference;
import org.mailroom.failure.Problem;

/**
 * The properties of a JSON body. A form reads those it knows; what is absent or null reads as null.
 *
 * <p>Mistakes are collected, and {@link #as} tells them all at once: wrong types, unknown values,
 * and properties that no form asked for.
 */
public final class Fields {
  private final JsonObject json;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> known = new HashSet<>();

  private Fields(JsonObject json, String path, List<Problem> problems) {
    this.json = json;
    this.path = path;
    this.problems = problems;
  }

  public static Fields of(JsonObject json) {
    return new Fields(json, "", new ArrayList<>());
  }

  /**
   * Reads the whole body by a form.
   *
   * @throws InvalidBody telling every mistake
   */
  public <T> T as(Function<Fields, T> form) {
    T read = whole(form);
    if (!problems.isEmpty()) {
      throw new InvalidBody(problems);
    }
    return read;
  }

  private <T> T whole(Function<Fields, T> form) {
    T read = form.apply(this);
    json.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong("UNKNOWN_PROPERTY", name, "is no property that is known here"));
    return read;
  }

  /**
   * Lets properties pass that our own answers carry, so that an answer can be sent back changed.
   */
  public void pass(String... names) {
    known.addAll(Arrays.asList(names));
  }

  public String text(String name) {
    return read(name, Kind.TEXT);
  }

  public List<String> texts(String name) {
    return read(name, Kind.TEXTS);
  }

  public Integer integer(String name) {
    return read(name, Kind.INTEGER);
  }

  public Long number(String name) {
    return read(name, Kind.NUMBER);
  }

  public List<Long> numbers(String name) {
    return read(name, Kind.NUMBERS);
  }

  public Boolean flag(String name) {
    return read(name, Kind.FLAG);
  }

  public LocalDate date(String name) {
    return read(name, Kind.DATE);
  }

  public <E extends Enum<E>> E choice(String name, Class<E> choices) {
    return read(name, Kind.choice(choices));
  }

  public <T> T object(String name, Function<Fields, T> form) {
    JsonObject inner = read(name, Kind.OBJECT);
    return inner == null ? null : new Fields(inner, path + name + ".", problems).whole(form);
  }

  /** A list of objects, each read by the form; null if it is absent or null. */
  public <T> List<T> objects(String name, Function<Fields, T> form) {
    List<JsonObject> inner = read(name, Kind.OBJECTS);
    return inner == null
        ? null
        : IntStream.range(0, inner.size())
            .mapToObj(i -> new Fields(inner.get(i), "%s%s[%d].".formatted(path, name, i), problems))
            .map(fields -> fields.whole(form))
            .toList();
  }

  /**
   * What a name or an id stands for; a mistake if it stands for nothing.
   *
   * @param what it should be, in words
   */
  public <T> T resolved(String name, String what, Function<Reference, Optional<T>> find) {
    Reference reference = read(name, Kind.REFERENCE);
    if (reference == null) {
      return null;
    }
    Optional<T> found = find.apply(reference);
    if (found.isEmpty()) {
      wrong("UNKNOWN_REFERENCE", name, "names no %s: %s".formatted(what, reference));
    }
    return found.orElse(null);
  }

  /** A mistake if the property is absent or null. */
  public Fields require(String name) {
    if (json.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL) {
      wrong("REQUIRED", name, "is required");
    }
    return this;
  }

  /**
   * Notes a mistake.
   *
   * @param words go on after the property's name
   */
  public void wrong(String code, String name, String words) {
    String field = path + name;
    problems.add(new Problem(code, field, "\"%s\" %s.".formatted(field, words)));
  }

  private <T> T read(String name, Kind<T> kind) {
    known.add(name);
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return null;
    }
    Optional<T> read = kind.read(value);
    if (read.isEmpty()) {
      // the value stays out of the words: it may be a password
      wrong(kind.code(), name, "must be " + kind.expected());
    }
    return read.orElse(null);
  }
}
