package org.mailroom.transfer.yaml;

import java.util.List;
import java.util.Map;
import org.mailroom.transfer.model.Field;
import org.mailroom.transfer.model.Field.Type;
import org.mailroom.transfer.model.Sealing;

/** The section that says how the secrets of the document are sealed. */
final class Secrets {
  static final List<Field> FIELDS =
      List.of(
          new Field("kdf", Type.TEXT, true, List.of()),
          new Field("iterations", Type.NUMBER, true, List.of()),
          new Field("salt", Type.TEXT, true, List.of()));

  private Secrets() {}

  static Sealing sealing(Map<String, Object> values) {
    return new Sealing(
        (String) values.get("kdf"),
        (Integer) values.get("iterations"),
        (String) values.get("salt"));
  }

  static Map<String, Object> values(Sealing sealing) {
    return Map.of("kdf", sealing.kdf(), "iterations", sealing.iterations(), "salt", sealing.salt());
  }
}
