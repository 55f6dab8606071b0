package org.mailroom.transfer.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One mailbox, group, template, flow or contract, as it is or as a document wants it.
 *
 * @param fields by the names of {@link Kind#fields}: String, Boolean, Integer, List of String, or
 *     List of such fields; what was left out is not there
 * @param version of what is stored; 0 of what has none
 */
public record Item(Kind kind, Map<String, Object> fields, long version) {

  /** The stored item; what is null or empty is left out. */
  public static Item of(Kind kind, Map<String, Object> values, long version) {
    return new Item(kind, inOrder(kind.fields(), values), version);
  }

  private static Map<String, Object> inOrder(List<Field> known, Map<String, Object> values) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Field field : known) {
      Object value = values.get(field.name());
      if (value != null && !value.equals("")) {
        fields.put(field.name(), field.type() == Field.Type.ITEMS ? each(field, value) : value);
      }
    }
    return fields;
  }

  private static List<Map<String, Object>> each(Field field, Object items) {
    return mappings(items).stream().map(item -> inOrder(field.inner(), item)).toList();
  }

  public String name() {
    return text(kind.nameField());
  }

  /** What tells it from others of its kind. */
  public String identity() {
    return kind.identity(name());
  }

  public boolean states(String field) {
    return fields.containsKey(field);
  }

  public String text(String field) {
    return (String) fields.get(field);
  }

  public Boolean flag(String field) {
    return (Boolean) fields.get(field);
  }

  public Integer number(String field) {
    return (Integer) fields.get(field);
  }

  @SuppressWarnings("unchecked") // what a document holds under a field of TEXTS
  public List<String> texts(String field) {
    return (List<String>) fields.get(field);
  }

  /** The inner items of a field; none if it is left out. */
  public List<Item> items(String field) {
    return mappings(fields.getOrDefault(field, List.of())).stream()
        .map(inner -> new Item(kind, inner, version))
        .toList();
  }

  @SuppressWarnings("unchecked") // what a document holds under a field of ITEMS
  private static List<Map<String, Object>> mappings(Object value) {
    return (List<Map<String, Object>>) value;
  }

  public LocalDate date(String field) {
    return states(field) ? LocalDate.parse(text(field)) : null;
  }

  public <E extends Enum<E>> E choice(String field, Class<E> choices) {
    return states(field) ? Enum.valueOf(choices, text(field)) : null;
  }
}
