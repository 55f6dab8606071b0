package org.mailroom.flow.bpmn;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The names of BPMN, and ways around its documents. */
final class Bpmn {
  static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  static final String DD = "http://www.omg.org/spec/DD/20100524/DI";
  static final String FLOWABLE = "http://flowable.org/bpmn";
  static final String MAILROOM = "urn:mailroom:bpmn:1";

  /** What a path leads through. */
  static final Set<String> NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "boundaryEvent",
          "task",
          "manualTask",
          "userTask",
          "sendTask",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "subProcess");

  private Bpmn() {}

  static boolean is(Node node, String name) {
    return node instanceof Element
        && MODEL.equals(node.getNamespaceURI())
        && name.equals(node.getLocalName());
  }

  static boolean isNode(Element element) {
    return MODEL.equals(element.getNamespaceURI()) && NODES.contains(element.getLocalName());
  }

  static List<Element> children(Node parent) {
    return stream(parent.getChildNodes())
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  static List<Element> children(Node parent, String name) {
    return children(parent).stream().filter(child -> is(child, name)).toList();
  }

  /** All elements of BPMN below with this name. */
  static List<Element> all(Element root, String name) {
    return stream(root.getElementsByTagNameNS(MODEL, name)).map(Element.class::cast).toList();
  }

  /** All elements of BPMN below. */
  static List<Element> all(Element root) {
    return all(root, "*");
  }

  private static Stream<Node> stream(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
  }

  static String id(Element element) {
    return element.getAttribute("id");
  }

  /** What a person calls it: its name, else its id. */
  static String called(Element element) {
    String name = element.getAttribute("name").strip();
    return name.isEmpty() ? id(element) : name;
  }

  /** The text of the first child with this name; empty if there is none. */
  static String text(Element parent, String name) {
    return children(parent, name).stream()
        .findFirst()
        .map(child -> child.getTextContent().strip())
        .orElse("");
  }
}
