package org.mailroom.flow.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What a diagram may hold. A list of what is allowed, not of what is dangerous: scripts, classes,
 * listeners and whatever a later BPMN engine invents are refused because nobody has listed them.
 */
final class AllowedElements {
  private static final Set<String> OTHERS =
      Set.of(
          "definitions",
          "process",
          "collaboration",
          "participant",
          "laneSet",
          "childLaneSet",
          "lane",
          "flowNodeRef",
          "sequenceFlow",
          "conditionExpression",
          "incoming",
          "outgoing",
          "timerEventDefinition",
          "timeDuration",
          "timeDate",
          "timeCycle",
          "terminateEventDefinition",
          "errorEventDefinition",
          "error",
          "textAnnotation",
          "text",
          "association",
          "group",
          "category",
          "categoryValue",
          "documentation",
          "extensionElements");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "id",
          "name",
          "sourceRef",
          "targetRef",
          "default",
          "attachedToRef",
          "cancelActivity",
          "processRef",
          "errorRef",
          "errorCode",
          "targetNamespace");

  private static final Set<String> ENGINES =
      Set.of(Bpmn.FLOWABLE, "http://activiti.org/bpmn", "http://camunda.org/schema/1.0/bpmn");

  // say how an engine should go about it, which is ours to decide
  private static final Set<String> WITHOUT_MEANING =
      Set.of("async", "asyncBefore", "asyncAfter", "exclusive", "initiator", "formFieldValidation");

  private AllowedElements() {}

  /** Whether the engine may see this element. */
  static boolean isAllowed(Element element) {
    String name = element.getLocalName();
    return Bpmn.MAILROOM.equals(element.getNamespaceURI())
        || Bpmn.isNode(element)
        || (Bpmn.MODEL.equals(element.getNamespaceURI()) && OTHERS.contains(name));
  }

  /** Whether the engine may see this attribute of an allowed element. */
  static boolean isAllowed(Attr attribute) {
    return attribute.getNamespaceURI() == null
        && (ATTRIBUTES.contains(attribute.getName())
            || Bpmn.MAILROOM.equals(attribute.getOwnerElement().getNamespaceURI()));
  }

  static List<Problem> problemsIn(Element root) {
    List<Problem> problems = new ArrayList<>();
    visit(root, problems);
    return problems;
  }

  private static void visit(Element element, List<Problem> problems) {
    if (isPicture(element)) {
      return;
    }
    attributes(element)
        .filter(AllowedElements::isEngines)
        .filter(attribute -> !WITHOUT_MEANING.contains(attribute.getLocalName()))
        .forEach(attribute -> problems.add(extension(element, attribute.getName())));
    if (Bpmn.is(element, "subProcess") && "true".equals(element.getAttribute("triggeredByEvent"))) {
      problems.add(refused(element, "event sub-process"));
    }
    for (Element child : Bpmn.children(element)) {
      if (isAllowed(child) || isPicture(child)) {
        visit(child, problems);
      } else if (Bpmn.MODEL.equals(child.getNamespaceURI())) {
        problems.add(refused(child, child.getLocalName()));
      } else if (isEngines(child)) {
        problems.add(extension(child, child.getNodeName()));
      }
    }
  }

  private static boolean isPicture(Element element) {
    return Bpmn.DI.equals(element.getNamespaceURI());
  }

  static Stream<Attr> attributes(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    return IntStream.range(0, attributes.getLength())
        .mapToObj(attributes::item)
        .map(Attr.class::cast);
  }

  private static boolean isEngines(Node node) {
    String namespace = node.getNamespaceURI();
    return namespace != null && ENGINES.contains(namespace);
  }

  private static Problem refused(Element element, String kind) {
    String owner = Bpmn.id(element).isEmpty() ? ownerOf(element) : Bpmn.id(element);
    return new Problem(
        "ELEMENT_NOT_ALLOWED",
        owner,
        "\"%s\" is or holds a %s, which flows may not use. Docs/flows.md lists what they may."
            .formatted(owner, kind));
  }

  private static Problem extension(Element element, String what) {
    String owner = ownerOf(element);
    return new Problem(
        "EXTENSION_NOT_ALLOWED",
        owner,
        "\"%s\" holds %s, an instruction to another engine. Remove it.".formatted(owner, what));
  }

  /** The id of the nearest figure around. */
  private static String ownerOf(Element element) {
    Node node = element;
    while (node instanceof Element && Bpmn.id((Element) node).isEmpty()) {
      node = node.getParentNode();
    }
    return node instanceof Element ? Bpmn.id((Element) node) : "";
  }
}
