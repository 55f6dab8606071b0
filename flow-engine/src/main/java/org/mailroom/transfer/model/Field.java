package org.mailroom.transfer.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a document may say of an item of some kind.
 *
 * @param name a dot leads into an inner mapping
 * @param choices the values that a CHOICE may have
 * @param inner what may be said of each of ITEMS
 */
public record Field(
    String name, Type type, boolean required, List<String> choices, List<Field> inner) {
  /** How a field is written. */
  public enum Type {
    TEXT,
    TEXTS,
    FLAG,
    NUMBER,
    DATE,
    CHOICE,
    /** A list of mappings. */
    ITEMS
  }

  /** One that is neither CHOICE nor ITEMS. */
  public Field(String name, Type type, boolean required) {
    this(name, type, required, List.of(), List.of());
  }

  static Field text(String name) {
    return optional(name, Type.TEXT);
  }

  static Field texts(String name) {
    return optional(name, Type.TEXTS);
  }

  static Field flag(String name) {
    return optional(name, Type.FLAG);
  }

  static Field number(String name) {
    return optional(name, Type.NUMBER);
  }

  static Field date(String name) {
    return optional(name, Type.DATE);
  }

  private static Field optional(String name, Type type) {
    return new Field(name, type, false);
  }

  static Field required(String name) {
    return new Field(name, Type.TEXT, true);
  }

  static Field choice(String name, Class<? extends Enum<?>> values) {
    List<String> names = Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
    return new Field(name, Type.CHOICE, false, names, List.of());
  }

  static Field items(String name, Field... inner) {
    return new Field(name, Type.ITEMS, false, List.of(), List.of(inner));
  }
}
