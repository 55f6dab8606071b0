package org.mailroom.flow.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Gives a diagram without a picture one, from left to right, so that a flow that came over the API
 * can be looked at. Ranks are steps from the start; what shares a rank is stacked.
 */
final class Layout {
  private static final int GAP = 60;
  private static final int MARGIN = 40;

  private final Picture picture;
  private final Map<String, Box> boxes = new HashMap<>();

  private Layout(Picture picture) {
    this.picture = picture;
  }

  /** Whether the picture was missing and has been made. */
  static boolean complete(Document document, Element process) {
    Element root = document.getDocumentElement();
    if (root.getElementsByTagNameNS(Bpmn.DI, "BPMNShape").getLength() > 0) {
      return false;
    }
    Bpmn.children(root).stream()
        .filter(child -> Bpmn.DI.equals(child.getNamespaceURI()))
        .forEach(root::removeChild);
    List<Element> pools = Bpmn.all(root, "participant");
    String plane =
        pools.isEmpty() ? Bpmn.id(process) : Bpmn.id((Element) pools.get(0).getParentNode());
    Layout layout = new Layout(Picture.of(document, plane));
    Box whole = layout.place(Scope.of(process), 2 * MARGIN, MARGIN);
    pools.stream()
        .limit(1)
        .forEach(pool -> layout.picture.shape(Bpmn.id(pool), whole.around(MARGIN)));
    layout.draw(Scope.of(process));
    return true;
  }

  /** Finds places for the figures of a scope; its box begins at x and y. */
  private Box place(Scope scope, int x, int y) {
    int left = x;
    int bottom = y;
    for (List<Element> rank : ranks(scope)) {
      int widest = 0;
      int top = y;
      for (Element node : rank) {
        Box box = box(node, left, top);
        boxes.put(Bpmn.id(node), box);
        widest = Math.max(widest, box.width());
        top = box.bottom() + GAP;
      }
      bottom = Math.max(bottom, top - GAP);
      left += widest + GAP;
    }
    scope.all("boundaryEvent").forEach(this::placeOnBorder);
    return new Box(x, y, Math.max(0, left - GAP - x), bottom - y);
  }

  private Box box(Element node, int x, int y) {
    if (Bpmn.is(node, "subProcess")) {
      return place(Scope.of(node), x + MARGIN, y + MARGIN).around(MARGIN);
    }
    String kind = node.getLocalName();
    if (kind.endsWith("Event")) {
      return new Box(x, y + 22, 36, 36); // in the middle of a task's height
    }
    return kind.endsWith("Gateway") ? new Box(x, y + 15, 50, 50) : new Box(x, y, 100, 80);
  }

  private void placeOnBorder(Element event) {
    Box host = boxes.get(event.getAttribute("attachedToRef"));
    if (host != null) {
      boxes.put(Bpmn.id(event), new Box(host.x() + 20, host.bottom() - 18, 36, 36));
    }
  }

  /**
   * The figures by how far they are from the start; events on borders are placed with their host.
   */
  private static List<List<Element>> ranks(Scope scope) {
    List<Element> open = new ArrayList<>(scope.nodes());
    open.removeIf(node -> Bpmn.is(node, "boundaryEvent"));
    List<List<Element>> ranks = new ArrayList<>();
    List<Element> rank = scope.all("startEvent");
    while (!open.isEmpty()) {
      List<Element> placed = rank.isEmpty() ? List.of(open.get(0)) : rank;
      ranks.add(placed);
      open.removeAll(placed);
      rank = following(scope, placed).stream().filter(open::contains).distinct().toList();
    }
    return ranks;
  }

  private static List<Element> following(Scope scope, List<Element> rank) {
    return rank.stream()
        .flatMap(node -> scope.next(node).stream())
        .flatMap(
            node ->
                Bpmn.is(node, "boundaryEvent") ? scope.next(node).stream() : List.of(node).stream())
        .toList();
  }

  private void draw(Scope scope) {
    for (Element node : scope.nodes()) {
      Box box = boxes.get(Bpmn.id(node));
      if (box != null) {
        picture.shape(Bpmn.id(node), box);
      }
      if (Bpmn.is(node, "subProcess")) {
        draw(Scope.of(node));
      }
    }
    scope.connections().forEach(this::connect);
  }

  private void connect(Element connection) {
    Box from = boxes.get(connection.getAttribute("sourceRef"));
    Box to = boxes.get(connection.getAttribute("targetRef"));
    if (from != null && to != null) {
      picture.edge(Bpmn.id(connection), from, to);
    }
  }
}
