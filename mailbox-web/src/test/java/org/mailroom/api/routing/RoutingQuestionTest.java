package org.mailroom.api.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.mailroom.api.problem.BadCall;
import org.mailroom.failure.Problem;

class RoutingQuestionTest {
  @Test
  void every_missing_parameter_is_named() {
    var question = new RoutingQuestion();
    question.contract = "C-1";
    question.element = " ";
    assertThat(catchThrowableOfType(BadCall.class, question::complete).problems())
        .extracting(Problem::field)
        .containsExactly("flow", "element");
  }

  @Test
  void a_complete_question_passes() {
    var question = new RoutingQuestion();
    question.contract = "C-1";
    question.flow = "opening";
    question.element = "notify";
    assertThat(question.complete()).isSameAs(question);
  }
}
