package org.mailroom.transfer.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.failure.Problem;
import org.mailroom.transfer.InvalidConfiguration;
import org.mailroom.transfer.model.Stated;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document event by event, so that nothing hostile is ever built: no tags (objects),
 * no anchors and aliases (a few lines that grow to gigabytes), no deep nesting, no endless text.
 */
final class YamlReader {
  static final int MAX_CHARACTERS = 10 * 1024 * 1024;
  private static final int MAX_DEPTH = 8;

  private final Iterator<Event> events;

  private YamlReader(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).build();
    events = new Parse(settings).parseString(text).iterator();
  }

  /**
   * @throws InvalidConfiguration if it is no YAML, or YAML that we do not take
   */
  static Node read(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw refused(1, "A configuration has at most 10 million characters.");
    }
    try {
      return new YamlReader(text).document();
    } catch (MarkedYamlEngineException broken) {
      throw refused(line(broken.getProblemMark()), "This is no YAML: " + broken.getProblem() + ".");
    } catch (YamlEngineException broken) {
      throw refused(1, "This is no YAML: " + broken.getMessage());
    }
  }

  private Node document() {
    events.next(); // the stream begins
    Event begin = events.next();
    if (begin.getEventId() == Event.ID.StreamEnd) {
      throw refused(1, "The document is empty.");
    }
    Node root = node(events.next(), 0);
    events.next(); // the document ends
    Event next = events.next();
    if (next.getEventId() != Event.ID.StreamEnd) {
      throw refused(line(next), "There is a second document; one is enough.");
    }
    return root;
  }

  private Node node(Event event, int depth) {
    refuseTricks(event, depth);
    if (event instanceof ScalarEvent scalar) {
      return new Node.Scalar(line(event), scalar.getValue(), scalar.isPlain());
    }
    return event.getEventId() == Event.ID.SequenceStart
        ? sequence(event, depth)
        : mapping(event, depth);
  }

  private static void refuseTricks(Event event, int depth) {
    if (event instanceof AliasEvent || anchor(event).isPresent()) {
      throw refused(line(event), "Anchors and aliases are not taken: write it out.");
    }
    if (tag(event).isPresent()) {
      throw refused(line(event), "Tags such as %s are not taken.".formatted(tag(event).get()));
    }
    if (depth > MAX_DEPTH) {
      throw refused(line(event), "This is nested too deeply.");
    }
  }

  private static Optional<Anchor> anchor(Event event) {
    return event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
  }

  private static Optional<String> tag(Event event) {
    if (event instanceof ScalarEvent scalar) {
      return scalar.getTag();
    }
    return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
  }

  private Node sequence(Event start, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(node(e, depth + 1));
    }
    return new Node.Sequence(line(start), items);
  }

  private Node mapping(Event start, int depth) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      String key = key(e, depth);
      if (entries.put(key, node(events.next(), depth + 1)) != null) {
        throw refused(line(e), "The key \"%s\" is there twice.".formatted(key));
      }
    }
    return new Node.Mapping(line(start), entries);
  }

  private String key(Event event, int depth) {
    refuseTricks(event, depth);
    if (event instanceof ScalarEvent scalar) {
      return scalar.getValue();
    }
    throw refused(line(event), "A key is a single value.");
  }

  private static int line(Event event) {
    return line(event.getStartMark());
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  private static InvalidConfiguration refused(int line, String message) {
    Problem problem = Stated.at(line, "YAML", "", message);
    return new InvalidConfiguration(List.of(problem));
  }
}
