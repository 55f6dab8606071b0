package org.mailroom.flow.flowable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.flow.Desk;
import org.mailroom.flow.model.Facts;

class ExpressionsTest {
  private final Expressions expressions = new Expressions();
  private final Map<String, Object> answers = Map.of("approved", "yes");
  private final Facts facts = Facts.of(new Desk().request(), answers::get);

  private String text(String text) {
    return expressions.text(text, facts, rest -> rest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${request.getClass()}",
        "${request.class}",
        "${''.class}",
        "${''['class']}",
        "${request['title']}",
        "${request.title.class}",
        "${request.title.length()}",
        "${request.unknown}",
        "${request}",
        "${request.contact}",
        "${reqest.title}",
        "${T(java.lang.Runtime)}",
        "${T(java.lang.Runtime).getRuntime().exec('id')}",
        "${java.lang.Runtime}",
        "${x -> x}",
        "${(x -> x)(1)}",
        "${((x, y) -> x)('a', 'b')}",
        "${fn:length('a')}",
        "${var:get('a')}",
        "${variables:get(a)}",
        "${[1, 2]}",
        "${{'a': 1}}",
        "${a = 1}",
        "${a; b}",
        "${1 + 1}",
        "${request.number / 0}",
        "${request.title == 'a' ? 'b' : 'c'}",
        "${execution.processInstanceId}",
        "${execution.getVariables()}",
        "#{request.getClass()}",
        "before ${request.title} after ${''.getClass()}",
        "${",
        "${}",
        "${request.title",
      })
  void what_is_not_on_the_list_is_refused_when_saving_and_when_running(String attack) {
    assertThat(expressions.mistakeIn(attack))
        .hasValueSatisfying(m -> assertThat(m).contains("refused"));
    assertThatThrownBy(() -> text(attack)).isInstanceOf(ExpressionRefused.class);
    assertThatThrownBy(
            () ->
                expressions
                    .factory()
                    .createValueExpression(
                        new EngineExpressions(expressions, number -> null).getElContext(null),
                        attack.replace("#{", "${"),
                        Object.class))
        .isInstanceOf(ExpressionRefused.class);
  }

  @Test
  void an_expression_nested_without_end_is_refused_and_does_not_bring_the_thread_down() {
    String nested = "${" + "(".repeat(200_000) + "1" + ")".repeat(200_000) + "}";

    assertThat(expressions.mistakeIn(nested))
        .hasValueSatisfying(m -> assertThat(m).contains("nested"));
  }

  @Test
  void the_refusal_names_the_expression_and_what_may_be_used() {
    assertThat(expressions.mistakeIn("${request.owner}").orElseThrow())
        .contains("${request.owner}", "request.owner is not known", "request.contact.email");
  }

  @Test
  void properties_show_in_a_text_whichever_way_they_are_written() {
    assertThat(text("${request.number}: #{request.title}, ${contract.client}, ${contact.name}"))
        .isEqualTo("4711: Printer on fire, XPTO Company, Ann");
  }

  @Test
  void every_known_path_has_a_value() {
    for (String path : Facts.paths()) {
      assertThat(text("${" + path + "}")).as(path).isNotBlank();
    }
  }

  @Test
  void a_property_without_a_value_shows_as_nothing() {
    Facts without = Facts.of(new Desk().withoutContactAddress().request(), answers::get);

    assertThat(expressions.text("<${contact.email}>", without, rest -> rest)).isEqualTo("<>");
    assertThat(expressions.text("<${never}>", without, rest -> rest)).isEqualTo("<>");
  }

  @Test
  void comparisons_and_answers_can_be_combined() {
    assertThat(
            text(
                "${approved == 'yes' && !(request.situation eq 'CLOSED') and not empty contact.email}"))
        .isEqualTo("true");
    assertThat(text("${empty never || request.number < 10}")).isEqualTo("true");
  }

  @Test
  void template_keys_are_left_to_the_templates_which_never_see_a_value() {
    Facts sly =
        Facts.of(
            new Desk().withTitle("${IDSERVICEREQUEST} ${request.number} $1").request(),
            answers::get);

    assertThat(
            expressions.text(
                "${IDSERVICEREQUEST} ${request.title}",
                sly,
                rest -> rest.replace("${IDSERVICEREQUEST}", "42")))
        .isEqualTo("42 ${IDSERVICEREQUEST} ${request.number} $1");
  }

  @Test
  void marks_in_a_text_cannot_stand_for_a_value() {
    assertThat(text("\uE0000\uE001 ${request.number}")).isEqualTo("0 4711");
  }

  @Test
  void a_text_without_expressions_stays_as_it_is() {
    assertThat(text("5 $ and C:\\dir # \\ {x}")).isEqualTo("5 $ and C:\\dir # \\ {x}");
    assertThat(text("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approved",
        "${request.title}",
        "${'yes'}",
        "${approved} ",
        "x ${approved == 'yes'}",
        ""
      })
  void a_condition_says_yes_or_no(String condition) {
    assertThat(expressions.mistakeInCondition(condition))
        .hasValueSatisfying(m -> assertThat(m).contains("yes or no"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${approved == 'yes'}", " #{(empty contact.email)} ", "${true}"})
  void conditions_that_say_yes_or_no_are_accepted(String condition) {
    assertThat(expressions.mistakeInCondition(condition)).isEmpty();
  }
}
