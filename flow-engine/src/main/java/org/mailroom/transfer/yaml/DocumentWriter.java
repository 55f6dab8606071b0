package org.mailroom.transfer.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Sealing;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Writes a document: always in the same order, one value a line, long texts as blocks, so that two
 * exports differ where the configuration does.
 */
public final class DocumentWriter {
  private static final String HEADING =
      "# Configuration of Mailroom. What it does not mention is left alone; see"
          + " docs/configuration-as-code.md.\n";
  // what some readers take for the end of a line
  private static final Pattern OTHER_BREAKS = Pattern.compile("[\\r\\u0085\\u2028\\u2029\\uFEFF]");
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setSplitLines(false)
          .setSchema(new CoreSchema())
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .build();

  private DocumentWriter() {}

  /**
   * @param items in the order to write them
   */
  public static String write(List<Item> items, Optional<Sealing> sealing) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(DocumentReader.VERSION_KEY, Integer.valueOf(DocumentReader.VERSION));
    sealing.ifPresent(how -> document.put(DocumentReader.SECRETS, sealing(how)));
    for (Kind kind : Kind.values()) {
      List<Item> ofKind = items.stream().filter(item -> item.kind() == kind).toList();
      if (!ofKind.isEmpty()) {
        document.put(kind.section(), section(kind, ofKind));
      }
    }
    return HEADING
        + new Present(SETTINGS)
            .emitToString(new Serialize(SETTINGS).serializeOne(node(document)).iterator());
  }

  private static Object section(Kind kind, List<Item> items) {
    return kind == Kind.DEFAULT_OUTBOX
        ? items.get(0).name()
        : items.stream().map(DocumentWriter::nested).toList();
  }

  private static Map<String, Object> sealing(Sealing how) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    Secrets.FIELDS.forEach(f -> ordered.put(f.name(), Secrets.values(how).get(f.name())));
    return ordered;
  }

  /** The fields, those with a dot in mappings of their own. */
  private static Map<String, Object> nested(Item item) {
    Map<String, Object> nested = new LinkedHashMap<>();
    item.fields().forEach((name, value) -> put(nested, name, value));
    return nested;
  }

  @SuppressWarnings("unchecked") // under a group's name there are groups only
  private static void put(Map<String, Object> into, String name, Object value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      into.put(name, value);
    } else {
      Object group = into.computeIfAbsent(name.substring(0, dot), g -> new LinkedHashMap<>());
      ((Map<String, Object>) group).put(name.substring(dot + 1), value);
    }
  }

  private static Node node(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<NodeTuple> tuples = new ArrayList<>();
      map.forEach((key, inner) -> tuples.add(new NodeTuple(node(key), node(inner))));
      return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
    }
    if (value instanceof List<?> list) {
      FlowStyle style = list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
      return new SequenceNode(Tag.SEQ, list.stream().map(DocumentWriter::node).toList(), style);
    }
    return new ScalarNode(tag(value), value.toString(), style(value));
  }

  private static Tag tag(Object value) {
    if (value instanceof Boolean) {
      return Tag.BOOL;
    }
    return value instanceof Integer ? Tag.INT : Tag.STR;
  }

  private static ScalarStyle style(Object value) {
    String text = value.toString();
    if (OTHER_BREAKS.matcher(text).find()) {
      return ScalarStyle.DOUBLE_QUOTED;
    }
    return text.contains("\n") ? ScalarStyle.LITERAL : ScalarStyle.PLAIN;
  }
}
