package org.mailroom.flow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.flow.Drawing;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LayoutTest {
  private static Map<String, Box> boxesOf(String xml) throws Exception {
    Document document = Xml.read(xml);
    NodeList shapes = document.getElementsByTagNameNS(Bpmn.DI, "BPMNShape");
    Map<String, Box> boxes = new HashMap<>();
    for (int i = 0; i < shapes.getLength(); i++) {
      Element shape = (Element) shapes.item(i);
      Element bounds = Bpmn.children(shape).get(0);
      boxes.put(
          shape.getAttribute("bpmnElement"),
          new Box(
              number(bounds, "x"),
              number(bounds, "y"),
              number(bounds, "width"),
              number(bounds, "height")));
    }
    return boxes;
  }

  private static int number(Element bounds, String name) {
    return Integer.parseInt(bounds.getAttribute(name));
  }

  private static boolean overlap(Box a, Box b) {
    return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
  }

  private static boolean holds(Box outer, Box inner) {
    return outer.x() <= inner.x()
        && outer.y() <= inner.y()
        && outer.right() >= inner.right()
        && outer.bottom() >= inner.bottom();
  }

  @Test
  void figures_stand_from_left_to_right() throws Exception {
    Map<String, Box> boxes = boxesOf(Diagram.read(Drawing.file("two-emails.bpmn")).xml());

    assertThat(List.of("start", "notify", "audit", "end"))
        .extracting(id -> boxes.get(id).x())
        .isSorted();
  }

  @Test
  void figures_do_not_overlap_and_lie_in_their_pool_and_sub_process() throws Exception {
    Map<String, Box> boxes = boxesOf(Diagram.read(Drawing.file("approval.bpmn")).xml());
    List<String> inner = List.of("begin", "fork", "left", "right", "join", "failed");
    List<String> outer =
        List.of("start", "decide", "remind", "reminded", "approved", "work", "end");

    assertThat(inner).allMatch(id -> holds(boxes.get("work"), boxes.get(id)));
    assertThat(outer).allMatch(id -> holds(boxes.get("pool"), boxes.get(id)));
    for (List<String> level : List.of(inner, outer)) {
      for (String id : level) {
        assertThat(level)
            .filteredOn(other -> !other.equals(id))
            .noneMatch(other -> overlap(boxes.get(id), boxes.get(other)));
      }
    }
  }

  @Test
  void every_connection_is_drawn() {
    String xml = Diagram.read(Drawing.file("approval.bpmn")).xml();

    assertThat(xml.split("<bpmndi:BPMNEdge", -1)).hasSize(1 + 14);
  }

  @Test
  void a_picture_that_is_there_is_left_alone() {
    String drawn = Diagram.read(Drawing.file("two-emails.bpmn")).xml();

    assertThat(Diagram.read(drawn).xml()).isSameAs(drawn);
  }
}
