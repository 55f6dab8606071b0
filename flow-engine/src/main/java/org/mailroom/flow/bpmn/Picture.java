package org.mailroom.flow.bpmn;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The drawn part of a BPMN document (its diagram interchange). */
final class Picture {
  private static final int BELOW = 30;

  private final Document document;
  private final Element plane;

  private Picture(Document document, Element plane) {
    this.document = document;
    this.plane = plane;
  }

  /** Adds an empty picture of a process or collaboration. */
  static Picture of(Document document, String subject) {
    Element diagram = document.createElementNS(Bpmn.DI, "bpmndi:BPMNDiagram");
    diagram.setAttribute("id", "BPMNDiagram_" + subject);
    Element plane = document.createElementNS(Bpmn.DI, "bpmndi:BPMNPlane");
    plane.setAttribute("id", "BPMNPlane_" + subject);
    plane.setAttribute("bpmnElement", subject);
    diagram.appendChild(plane);
    document.getDocumentElement().appendChild(diagram);
    return new Picture(document, plane);
  }

  void shape(String subject, Box box) {
    Element shape = part("BPMNShape", subject);
    shape.setAttribute("isExpanded", "true");
    Element bounds = document.createElementNS(Bpmn.DC, "dc:Bounds");
    bounds.setAttribute("x", Integer.toString(box.x()));
    bounds.setAttribute("y", Integer.toString(box.y()));
    bounds.setAttribute("width", Integer.toString(box.width()));
    bounds.setAttribute("height", Integer.toString(box.height()));
    shape.appendChild(bounds);
  }

  /**
   * A line from right to left side, with a step if they are not level, and below if it leads back.
   */
  void edge(String subject, Box from, Box to) {
    Element edge = part("BPMNEdge", subject);
    point(edge, from.right(), from.middle());
    if (to.x() < from.right()) {
      int below = Math.max(from.bottom(), to.bottom()) + BELOW;
      point(edge, from.right() + BELOW / 2, from.middle());
      point(edge, from.right() + BELOW / 2, below);
      point(edge, to.x() - BELOW / 2, below);
      point(edge, to.x() - BELOW / 2, to.middle());
    } else if (from.middle() != to.middle()) {
      int between = (from.right() + to.x()) / 2;
      point(edge, between, from.middle());
      point(edge, between, to.middle());
    }
    point(edge, to.x(), to.middle());
  }

  private Element part(String kind, String subject) {
    Element part = document.createElementNS(Bpmn.DI, "bpmndi:" + kind);
    part.setAttribute("id", kind + "_" + subject);
    part.setAttribute("bpmnElement", subject);
    plane.appendChild(part);
    return part;
  }

  private void point(Element edge, int x, int y) {
    Element point = document.createElementNS(Bpmn.DD, "di:waypoint");
    point.setAttribute("x", Integer.toString(x));
    point.setAttribute("y", Integer.toString(y));
    edge.appendChild(point);
  }
}
