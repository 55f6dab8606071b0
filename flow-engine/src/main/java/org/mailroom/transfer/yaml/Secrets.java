package org.mailroom.transfer.yaml;

import java.util.List;
import java.util.Map;
import org.mailroom.transfer.model.Field;
import org.mailroom.transfer.model.Sealing;

/** The section that says how the secrets of the document are sealed. */
final class Secrets {
  static final List<Field> FIELDS =
      List.of(
          new Field("kdf", Field.Type.TEXT, true),
          new Field("iterations", Field.Type.NUMBER, true),
          new Field("salt", Field.Type.TEXT, true));

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
