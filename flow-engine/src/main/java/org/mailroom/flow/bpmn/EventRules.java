package org.mailroom.flow.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailroom.failure.Problem;
import org.w3c.dom.Element;

/** Which events may wait for or do what. */
final class EventRules {
  private static final String TIMER = "timerEventDefinition";
  private static final String TERMINATE = "terminateEventDefinition";
  private static final String ERROR = "errorEventDefinition";

  private final Scope scope;
  private final List<Problem> problems = new ArrayList<>();

  private EventRules(Scope scope) {
    this.scope = scope;
  }

  static List<Problem> problemsIn(Element process) {
    List<Problem> problems = new ArrayList<>();
    for (Scope scope : Scope.allIn(process)) {
      EventRules rules = new EventRules(scope);
      rules.check();
      problems.addAll(rules.problems);
    }
    return problems;
  }

  private void check() {
    scope.all("startEvent").forEach(event -> only(event, Set.of(), 0));
    scope.all("endEvent").forEach(this::checkEnd);
    scope.all("intermediateCatchEvent").forEach(event -> only(event, Set.of(TIMER), 1));
    scope.all("boundaryEvent").forEach(this::checkBorder);
    for (Element node : scope.nodes()) {
      Bpmn.children(node, TIMER).forEach(timer -> checkTimer(node, timer));
    }
  }

  private void only(Element event, Set<String> kinds, int atLeast) {
    List<String> found =
        Bpmn.children(event).stream()
            .map(Element::getLocalName)
            .filter(name -> name.endsWith("EventDefinition"))
            .toList();
    if (!kinds.containsAll(found) || found.size() > 1 || found.size() < atLeast) {
      add(
          "EVENT_KIND",
          event,
          kinds.isEmpty()
              ? "\"%s\" must be a plain start: requests start flows, nothing else does."
              : "\"%s\" must be one of: " + String.join(", ", kinds) + ".");
    }
  }

  private void checkEnd(Element event) {
    only(event, Set.of(TERMINATE, ERROR), 0);
    for (Element error : Bpmn.children(event, ERROR)) {
      if (!isCaught(error.getAttribute("errorRef"))) {
        add(
            "ERROR_NOT_CAUGHT",
            event,
            "The error of \"%s\" is caught nowhere: put it in a sub-process with an error event on its border.");
      }
    }
  }

  private boolean isCaught(String error) {
    Element owner = scope.owner();
    return Bpmn.is(owner, "subProcess")
        && Bpmn.children(owner.getParentNode(), "boundaryEvent").stream()
            .filter(event -> event.getAttribute("attachedToRef").equals(Bpmn.id(owner)))
            .flatMap(event -> Bpmn.children(event, ERROR).stream())
            .map(caught -> caught.getAttribute("errorRef"))
            .anyMatch(caught -> caught.isEmpty() || caught.equals(error));
  }

  private void checkBorder(Element event) {
    Element host = scope.node(event.getAttribute("attachedToRef"));
    boolean isActivity =
        host != null && (host.getLocalName().endsWith("ask") || Bpmn.is(host, "subProcess"));
    if (!isActivity) {
      add("BORDER_LOOSE", event, "\"%s\" is not on the border of a task or sub-process.");
      return;
    }
    only(event, Bpmn.is(host, "subProcess") ? Set.of(TIMER, ERROR) : Set.of(TIMER), 1);
  }

  private void checkTimer(Element node, Element timer) {
    List<Element> times =
        Bpmn.children(timer).stream()
            .filter(child -> child.getLocalName().startsWith("time"))
            .toList();
    if (times.size() != 1) {
      add("TIMER_COUNT", node, "\"%s\" needs exactly one duration, date or cycle.");
      return;
    }
    Element time = times.get(0);
    TimerText.mistakeIn(time.getLocalName(), time.getTextContent().strip())
        .ifPresent(mistake -> add("TIMER_FORM", node, "\"%s\": " + mistake));
  }

  private void add(String code, Element element, String sentence) {
    problems.add(new Problem(code, Bpmn.id(element), sentence.formatted(Bpmn.called(element))));
  }
}
