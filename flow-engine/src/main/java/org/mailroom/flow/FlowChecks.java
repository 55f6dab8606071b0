package org.mailroom.flow;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.failure.Problem;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.email.EmailElement;
import org.mailroom.flow.email.EmailElements;
import org.mailroom.flow.email.EmailRules;
import org.mailroom.flow.flowable.Definitions;
import org.mailroom.flow.flowable.Expressions;
import org.mailroom.flow.model.Findings;

/** Checks a diagram whole: how it is drawn, its expressions, the engine's rules, its e-mails. */
@Dependent
class FlowChecks {
  @Inject Expressions expressions;
  @Inject Definitions definitions;
  @Inject EmailRules emails;
  @Inject ContractsWithoutOutbox contracts;

  Findings of(Diagram diagram) {
    Findings drawing = diagram.findings().and(Findings.problems(conditions(diagram)));
    String executable = diagram.executable();
    return drawing.problems().isEmpty()
        ? drawing.and(Findings.problems(definitions.problemsIn(executable))).and(emails(executable))
        // what we have said the engine would say again, in its own words
        : drawing.and(emails(executable));
  }

  private List<Problem> conditions(Diagram diagram) {
    List<Problem> problems = new ArrayList<>();
    for (Diagram.Condition condition : diagram.conditions()) {
      expressions
          .mistakeInCondition(condition.text())
          .ifPresent(m -> problems.add(new Problem("EXPRESSION", condition.connection(), m)));
    }
    return problems;
  }

  private Findings emails(String executable) {
    List<EmailElement> elements = EmailElements.in(executable);
    return emails.findings(elements).and(contracts.touchedBy(elements));
  }
}
