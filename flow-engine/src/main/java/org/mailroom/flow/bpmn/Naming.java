package org.mailroom.flow.bpmn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mailroom.failure.Problem;
import org.w3c.dom.Element;

/** Ids name one thing each, and fit where they are kept; names are plain words. */
final class Naming {
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
  private static final int MAX_NAME = 255;
  private static final int MAX_DESCRIPTION = 2000;
  private static final Set<String> NAMELESS =
      Set.of("extensionElements", "incoming", "outgoing", "documentation", "flowNodeRef", "text");

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Naming() {}

  static List<Problem> problemsIn(Element process) {
    Naming naming = new Naming();
    naming.check(process);
    if (Bpmn.text(process, "documentation").length() > MAX_DESCRIPTION) {
      naming.add("DESCRIPTION_LENGTH", process, "The description is longer than 2000 characters.");
    }
    Bpmn.all(process).forEach(naming::check);
    return naming.problems;
  }

  private void check(Element element) {
    if (NAMELESS.contains(element.getLocalName())) {
      return;
    }
    String id = Bpmn.id(element);
    if (isFigure(element) && !ID.matcher(id).matches()) {
      add(
          "ID_FORM",
          element,
          "The id \"%s\" must begin with a letter and hold up to 100 letters, digits, dots, hyphens and underscores."
              .formatted(id));
    }
    if (!id.isEmpty() && !seen.add(id)) {
      add("ID_DOUBLE", element, "Two figures have the id %s.".formatted(id));
    }
    checkName(element);
  }

  private static boolean isFigure(Element element) {
    return Bpmn.isNode(element) || Bpmn.is(element, "process") || Bpmn.is(element, "sequenceFlow");
  }

  private void checkName(Element element) {
    String name = element.getAttribute("name");
    if (name.length() > MAX_NAME) {
      add(
          "NAME_LENGTH",
          element,
          "The name of %s is longer than 255 characters.".formatted(Bpmn.id(element)));
    }
    // the engine would run it
    if (name.contains("${") || name.contains("#{")) {
      add(
          "NAME_EXPRESSION",
          element,
          "The name of %s holds an expression; names are plain words.".formatted(Bpmn.id(element)));
    }
  }

  private void add(String code, Element element, String message) {
    problems.add(new Problem(code, Bpmn.id(element), message));
  }
}
