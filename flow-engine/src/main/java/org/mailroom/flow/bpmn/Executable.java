package org.mailroom.flow.bpmn;

import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The copy of a diagram that the engine gets: only what is on our list, without the picture, and
 * with the steps that can fail made jobs of their own, so that failing never undoes the step
 * before.
 */
final class Executable {
  private static final Set<String> CAN_FAIL =
      Set.of("sendTask", "exclusiveGateway", "inclusiveGateway");
  private static final Set<String> SIDE_BY_SIDE =
      Set.of("parallelGateway", "inclusiveGateway", "boundaryEvent");

  private Executable() {}

  static String of(Document drawn) {
    Document copy = (Document) drawn.cloneNode(true);
    Element root = copy.getDocumentElement();
    strip(root);
    Bpmn.children(root, "process").forEach(process -> process.setAttribute("isExecutable", "true"));
    boolean single = isSinglePath(root);
    Bpmn.all(root).stream()
        .filter(element -> CAN_FAIL.contains(element.getLocalName()))
        .forEach(element -> makeJob(element, single));
    return Xml.write(copy);
  }

  private static void makeJob(Element element, boolean single) {
    element.setAttributeNS(Bpmn.FLOWABLE, "flowable:async", "true");
    if (single) {
      element.setAttributeNS(Bpmn.FLOWABLE, "flowable:exclusive", "false");
    }
  }

  /**
   * Whether a run never has two jobs at once: the engine then need not lock it around each of them,
   * which are two transactions more for each step.
   */
  private static boolean isSinglePath(Element root) {
    return Bpmn.all(root).stream()
        .noneMatch(
            element ->
                SIDE_BY_SIDE.contains(element.getLocalName()) || isImplicitFork(element, root));
  }

  private static boolean isImplicitFork(Element element, Element root) {
    return Bpmn.isNode(element)
        && !Bpmn.is(element, "exclusiveGateway")
        && Bpmn.all(root, "sequenceFlow").stream()
                .filter(flow -> flow.getAttribute("sourceRef").equals(Bpmn.id(element)))
                .count()
            > 1;
  }

  private static void strip(Element element) {
    AllowedElements.attributes(element)
        .filter(attribute -> !AllowedElements.isAllowed(attribute) && !isNamespace(attribute))
        .toList()
        .forEach(element::removeAttributeNode);
    for (Element child : Bpmn.children(element)) {
      if (AllowedElements.isAllowed(child) && !Bpmn.is(child, "documentation")) {
        strip(child);
      } else {
        element.removeChild(child);
      }
    }
    removeComments(element);
  }

  private static boolean isNamespace(Attr attribute) {
    return "http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI());
  }

  private static void removeComments(Element element) {
    Node child = element.getFirstChild();
    while (child != null) {
      Node next = child.getNextSibling();
      if (child.getNodeType() == Node.COMMENT_NODE
          || child.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        element.removeChild(child);
      }
      child = next;
    }
  }
}
