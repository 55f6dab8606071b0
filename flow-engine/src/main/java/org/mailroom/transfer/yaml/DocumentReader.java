package org.mailroom.transfer.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.InvalidConfiguration;
import org.mailroom.transfer.model.Document;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Sealing;
import org.mailroom.transfer.model.Stated;

/** Understands a configuration document, and tells every place where it does not. */
public final class DocumentReader {
  static final String VERSION_KEY = "mailroom";
  static final String VERSION = "1";
  static final String SECRETS = "secrets";

  private final List<Problem> problems = new ArrayList<>();
  private final List<Stated> items = new ArrayList<>();
  private Sealing sealing;

  private DocumentReader() {}

  /**
   * @throws InvalidConfiguration telling every problem with line and path
   */
  public static Document read(String yaml) {
    DocumentReader reader = new DocumentReader();
    reader.document(YamlReader.read(yaml));
    reader.refuseTwins();
    if (!reader.problems.isEmpty()) {
      throw new InvalidConfiguration(reader.problems);
    }
    return new Document(reader.items, Optional.ofNullable(reader.sealing));
  }

  private void document(Node root) {
    if (!(root instanceof Node.Mapping document)) {
      problem(root, "", "The document is a mapping; it begins with \"mailroom: 1\".");
      return;
    }
    version(document);
    document.entries().forEach(this::section);
  }

  private void version(Node.Mapping document) {
    Node stated = document.entries().get(VERSION_KEY);
    if (!(stated instanceof Node.Scalar scalar) || !scalar.value().equals(VERSION)) {
      problem(
          stated == null ? document : stated,
          VERSION_KEY,
          "Say which format this is: \"mailroom: 1\", the only one that is known here.");
    }
  }

  private void section(String name, Node content) {
    Optional<Kind> kind = Kind.of(name);
    if (kind.isPresent()) {
      items(kind.get(), content);
    } else if (name.equals(SECRETS)) {
      sealing(content);
    } else if (!name.equals(VERSION_KEY)) {
      problem(content, name, "\"%s\" is no section that is known here.".formatted(name));
    }
  }

  private void items(Kind kind, Node content) {
    if (kind == Kind.DEFAULT_OUTBOX) {
      Node mailbox = new Node.Mapping(content.line(), Map.of(kind.nameField(), content));
      item(kind, kind.section(), mailbox);
    } else if (content instanceof Node.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        item(kind, "%s[%d]".formatted(kind.section(), i), sequence.items().get(i));
      }
    } else if (!(content instanceof Node.Scalar scalar) || !scalar.isNull()) {
      problem(content, kind.section(), "This must be a list, and is %s.".formatted(content.kind()));
    }
  }

  private void item(Kind kind, String path, Node node) {
    FieldsReader fields = new FieldsReader(path, problems);
    Map<String, Object> values = fields.read(kind.fields(), node);
    if (values.get(kind.nameField()) instanceof String) {
      items.add(new Stated(new Item(kind, values, 0), path, node.line(), fields.lines()));
    }
  }

  private void sealing(Node node) {
    FieldsReader fields = new FieldsReader(SECRETS, problems);
    Map<String, Object> values = fields.read(Secrets.FIELDS, node);
    if (values.size() == Secrets.FIELDS.size()) {
      sealing = Secrets.sealing(values);
    }
  }

  private void refuseTwins() {
    Map<Kind, Map<String, Stated>> seen = new LinkedHashMap<>();
    for (Stated stated : items) {
      Item item = stated.item();
      Stated first =
          seen.computeIfAbsent(item.kind(), kind -> new HashMap<>())
              .putIfAbsent(item.identity(), stated);
      if (first != null) {
        problems.add(
            stated.problem(
                "TWICE",
                item.kind().nameField(),
                "\"%s\" is in line %d already.".formatted(item.name(), first.line())));
      }
    }
  }

  private void problem(Node node, String path, String message) {
    problems.add(Stated.at(node.line(), "FORM", path, message));
  }
}
