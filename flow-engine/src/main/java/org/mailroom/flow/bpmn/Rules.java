package org.mailroom.flow.bpmn;

import java.util.List;
import java.util.stream.Stream;
import org.mailroom.failure.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** All rules of drawing; each finds its problems without regard to the others. */
final class Rules {
  private Rules() {}

  static List<Problem> problemsIn(Document document, Element process) {
    return Stream.of(
            AllowedElements.problemsIn(document.getDocumentElement()),
            Naming.problemsIn(process),
            ScopeRules.problemsIn(process),
            ConnectionRules.problemsIn(process),
            EventRules.problemsIn(process))
        .flatMap(List::stream)
        .toList();
  }
}
