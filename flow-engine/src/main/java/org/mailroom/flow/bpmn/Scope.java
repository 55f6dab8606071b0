package org.mailroom.flow.bpmn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The figures of one process or sub-process and how they are connected. */
final class Scope {
  private final Element owner;
  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final List<Element> connections;
  private final Map<String, List<Element>> outgoing;
  private final Map<String, List<Element>> incoming;
  private final Map<String, List<Element>> borders;

  private Scope(Element owner) {
    this.owner = owner;
    Bpmn.children(owner).stream()
        .filter(Bpmn::isNode)
        .forEach(node -> nodes.putIfAbsent(Bpmn.id(node), node));
    this.connections = Bpmn.children(owner, "sequenceFlow");
    this.outgoing = by("sourceRef", connections);
    this.incoming = by("targetRef", connections);
    this.borders = by("attachedToRef", Bpmn.children(owner, "boundaryEvent"));
  }

  private static Map<String, List<Element>> by(String attribute, List<Element> elements) {
    return elements.stream().collect(Collectors.groupingBy(e -> e.getAttribute(attribute)));
  }

  static Scope of(Element owner) {
    return new Scope(owner);
  }

  /** The process and its sub-processes, however deep. */
  static List<Scope> allIn(Element process) {
    return Stream.concat(Stream.of(process), Bpmn.all(process, "subProcess").stream())
        .map(Scope::of)
        .toList();
  }

  Element owner() {
    return owner;
  }

  List<Element> nodes() {
    return List.copyOf(nodes.values());
  }

  List<Element> connections() {
    return connections;
  }

  /** Null if there is none here. */
  Element node(String id) {
    return nodes.get(id);
  }

  List<Element> all(String name) {
    return nodes().stream().filter(node -> Bpmn.is(node, name)).toList();
  }

  List<Element> outgoing(Element node) {
    return outgoing.getOrDefault(Bpmn.id(node), List.of());
  }

  List<Element> incoming(Element node) {
    return incoming.getOrDefault(Bpmn.id(node), List.of());
  }

  /** Where the path may go on from a node: along connections, and to the events on its border. */
  List<Element> next(Element node) {
    Stream<Element> targets =
        outgoing(node).stream().map(connection -> node(connection.getAttribute("targetRef")));
    Stream<Element> border = borders.getOrDefault(Bpmn.id(node), List.of()).stream();
    return Stream.concat(targets, border).filter(Objects::nonNull).toList();
  }

  /** Everything a path from these nodes may come to, with themselves. */
  Set<Element> reachableFrom(List<Element> from) {
    Set<Element> reached = new HashSet<>(from);
    Deque<Element> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      next(open.pop()).stream().filter(reached::add).forEach(open::push);
    }
    return reached;
  }
}
