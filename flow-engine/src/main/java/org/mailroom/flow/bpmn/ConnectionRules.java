package org.mailroom.flow.bpmn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailroom.failure.Problem;
import org.w3c.dom.Element;

/** Connections join two figures, and only gateways choose between them. */
final class ConnectionRules {
  // a condition that fails becomes an incident of its gateway, never of the figure before it
  private static final Set<String> CHOOSING = Set.of("exclusiveGateway", "inclusiveGateway");

  private final Scope scope;
  private final List<Problem> problems = new ArrayList<>();

  private ConnectionRules(Scope scope) {
    this.scope = scope;
  }

  static List<Problem> problemsIn(Element process) {
    List<Problem> problems = new ArrayList<>();
    for (Scope scope : Scope.allIn(process)) {
      ConnectionRules rules = new ConnectionRules(scope);
      scope.connections().forEach(rules::check);
      scope.nodes().forEach(rules::checkDefault);
      problems.addAll(rules.problems);
    }
    return problems;
  }

  private void check(Element connection) {
    Element source = scope.node(connection.getAttribute("sourceRef"));
    Element target = scope.node(connection.getAttribute("targetRef"));
    if (source == null || target == null) {
      add("CONNECTION_LOOSE", connection, "\"%s\" does not join two figures of the same level.");
      return;
    }
    if (Bpmn.is(target, "boundaryEvent")) {
      add("CONNECTION_TO_BORDER", connection, "\"%s\" leads to an event on a border.");
    }
    checkCondition(connection, source);
  }

  private void checkCondition(Element connection, Element source) {
    boolean chosen = CHOOSING.contains(source.getLocalName());
    boolean conditional = !Bpmn.children(connection, "conditionExpression").isEmpty();
    boolean isDefault = source.getAttribute("default").equals(Bpmn.id(connection));
    if (conditional && !chosen) {
      add(
          "CONDITION_PLACE",
          connection,
          "\"%s\" has a condition; only connections out of exclusive and inclusive gateways may.");
    }
    if (conditional && isDefault) {
      add("CONDITION_DEFAULT", connection, "\"%s\" is the default and must have no condition.");
    }
    if (chosen && !conditional && !isDefault && scope.outgoing(source).size() > 1) {
      add("CONDITION_MISSING", connection, "\"%s\" needs a condition, or to be the default.");
    }
  }

  private void checkDefault(Element node) {
    String wanted = node.getAttribute("default");
    boolean there =
        wanted.isEmpty()
            || scope.outgoing(node).stream().anyMatch(out -> Bpmn.id(out).equals(wanted));
    if (!there) {
      add("DEFAULT_UNKNOWN", node, "The default connection of \"%s\" does not leave it.");
    }
  }

  private void add(String code, Element element, String sentence) {
    problems.add(new Problem(code, Bpmn.id(element), sentence.formatted(Bpmn.called(element))));
  }
}
