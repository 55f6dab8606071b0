package org.mailroom.flow.bpmn;

import static java.util.Collections.disjoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mailroom.failure.Problem;
import org.w3c.dom.Element;

/** Every path begins at the one start, comes to an end, and does not run in circles. */
final class ScopeRules {
  private static final int MAX_FIGURES = 1000;

  private final Scope scope;
  private final List<Problem> problems = new ArrayList<>();

  private ScopeRules(Scope scope) {
    this.scope = scope;
  }

  static List<Problem> problemsIn(Element process) {
    if (Bpmn.all(process).stream().filter(Bpmn::isNode).count() > MAX_FIGURES) {
      return List.of(
          new Problem(
              "TOO_MANY_FIGURES", Bpmn.id(process), "A flow holds up to 1000 figures; split it."));
    }
    List<Problem> problems = new ArrayList<>();
    for (Scope scope : Scope.allIn(process)) {
      ScopeRules rules = new ScopeRules(scope);
      rules.check();
      problems.addAll(rules.problems);
    }
    return problems;
  }

  private void check() {
    List<Element> starts = scope.all("startEvent");
    String called = Bpmn.called(scope.owner());
    if (starts.size() != 1) {
      add(
          "START_COUNT",
          scope.owner(),
          "\"%s\" must have exactly one start; it has %d.".formatted(called, starts.size()));
    }
    if (scope.all("endEvent").isEmpty()) {
      add("END_MISSING", scope.owner(), "\"%s\" has no end.".formatted(called));
    }
    checkConnections();
    checkReachable(scope.reachableFrom(starts));
    checkCircles();
  }

  private void checkConnections() {
    for (Element node : scope.nodes()) {
      boolean isEnd = Bpmn.is(node, "endEvent");
      if (Bpmn.is(node, "startEvent") && !scope.incoming(node).isEmpty()) {
        add("START_INCOMING", node, "A connection leads into the start \"%s\".", node);
      }
      if (isEnd && !scope.outgoing(node).isEmpty()) {
        add("END_OUTGOING", node, "A connection leads out of the end \"%s\".", node);
      }
      if (!isEnd && scope.outgoing(node).isEmpty()) {
        add("DEAD_END", node, "No connection leads on from \"%s\".", node);
      }
    }
  }

  private void checkReachable(Set<Element> reachable) {
    scope.nodes().stream()
        .filter(node -> !reachable.contains(node) && !Bpmn.is(node, "startEvent"))
        .forEach(
            node -> add("NOT_CONNECTED", node, "No path leads from the start to \"%s\".", node));
  }

  /** A circle in which nobody is waited for would run, and send mail, for ever. */
  private void checkCircles() {
    Set<Element> circling = new LinkedHashSet<>(scope.nodes());
    circling.removeIf(ScopeRules::waits);
    while (circling.removeAll(looseEnds(circling))) {
      // each round removes the loose ends that the one before has left
    }
    circling.stream()
        .findFirst()
        .ifPresent(
            node ->
                add(
                    "ENDLESS_CIRCLE",
                    node,
                    "The path through \"%s\" runs in a circle without a user task or timer in it.",
                    node));
  }

  /** The nodes that do not lie between two of these. */
  private List<Element> looseEnds(Set<Element> among) {
    Set<Element> followed = new HashSet<>();
    among.forEach(node -> followed.addAll(scope.next(node)));
    return among.stream()
        .filter(node -> !followed.contains(node) || disjoint(scope.next(node), among))
        .toList();
  }

  private static boolean waits(Element node) {
    return Bpmn.is(node, "userTask")
        || !Bpmn.children(node, "timerEventDefinition").isEmpty()
        || !Bpmn.all(node, "userTask").isEmpty()
        || !Bpmn.all(node, "timerEventDefinition").isEmpty();
  }

  private void add(String code, Element node, String message) {
    problems.add(new Problem(code, Bpmn.id(node), message));
  }

  private void add(String code, Element node, String sentence, Element named) {
    add(code, node, sentence.formatted(Bpmn.called(named)));
  }
}
