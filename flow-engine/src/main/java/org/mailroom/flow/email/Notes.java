package org.mailroom.flow.email;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.failure.Problem;
import org.mailroom.flow.model.Findings;

/** What is found about one e-mail element, in sentences that name it. */
final class Notes {
  private final EmailElement element;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  Notes(EmailElement element) {
    this.element = element;
  }

  void problem(String code, String what) {
    problems.add(note(code, what + "."));
  }

  void warning(String code, String what) {
    warnings.add(note(code, what + "."));
  }

  void expression(String mistake) {
    problems.add(note("EXPRESSION", "cannot be sent. " + mistake));
  }

  private Problem note(String code, String what) {
    return new Problem(
        code, element.id(), "E-mail element \"%s\" %s".formatted(element.called(), what));
  }

  Findings findings() {
    return new Findings(problems, warnings);
  }
}
