package org.mailroom.flow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.flow.Drawing.END;
import static org.mailroom.flow.Drawing.START;
import static org.mailroom.flow.Drawing.emailToContact;
import static org.mailroom.flow.Drawing.line;
import static org.mailroom.flow.Drawing.straight;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.flow.Drawing;

class RulesTest {
  /** Code and element of each problem. */
  private static List<String> problemsOf(String xml) {
    return Diagram.read(xml).findings().problems().stream()
        .map(problem -> problem.code() + " " + problem.field())
        .toList();
  }

  private static String timer(String time) {
    return straight(
        "wait",
        "<intermediateCatchEvent id='wait'><timerEventDefinition>%s</timerEventDefinition></intermediateCatchEvent>"
            .formatted(time));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-emails.bpmn", "approval.bpmn", "stock-mail.bpmn"})
  void sound_diagrams_have_no_problem(String file) {
    assertThat(problemsOf(Drawing.file(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<scriptTask id='evil' scriptFormat='groovy'><script>x</script></scriptTask>",
        "<serviceTask id='evil' flowable:class='java.lang.Runtime'/>",
        "<serviceTask id='evil' flowable:expression='${x}'/>",
        "<serviceTask id='evil' flowable:delegateExpression='${x}'/>",
        "<serviceTask id='evil' flowable:type='http'/>",
        "<serviceTask id='evil' flowable:type='dmn'/>",
        "<serviceTask id='evil' flowable:type='shell'/>",
        "<businessRuleTask id='evil'/>",
        "<receiveTask id='evil'/>",
        "<callActivity id='evil' calledElement='x'/>",
        "<transaction id='evil'/>",
        "<adHocSubProcess id='evil'/>",
        "<complexGateway id='evil'/>",
        "<eventBasedGateway id='evil'/>",
        "<intermediateThrowEvent id='evil'/>",
        "<dataObject id='evil'/>",
        "<subProcess id='evil' triggeredByEvent='true'/>",
        "<userTask id='evil'><multiInstanceLoopCharacteristics/></userTask>",
        "<userTask id='evil'><ioSpecification/></userTask>",
      })
  void elements_that_are_not_listed_are_refused(String figure) {
    assertThat(problemsOf(straight("evil", figure))).contains("ELEMENT_NOT_ALLOWED evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<userTask id='evil' flowable:assignee='${x}'/>",
        "<userTask id='evil' flowable:skipExpression='${x}'/>",
        "<task id='evil' xmlns:activiti='http://activiti.org/bpmn' activiti:class='X'/>",
        "<task id='evil' xmlns:c='http://camunda.org/schema/1.0/bpmn' c:expression='X'/>",
        "<userTask id='evil'><extensionElements><flowable:taskListener event='create' class='X'/></extensionElements></userTask>",
        "<task id='evil'><extensionElements><flowable:executionListener event='start' expression='${x}'/></extensionElements></task>",
      })
  void instructions_to_other_engines_are_refused(String figure) {
    assertThat(problemsOf(straight("evil", figure))).containsExactly("EXTENSION_NOT_ALLOWED evil");
  }

  @Test
  void a_process_has_exactly_one_start_and_an_end() {
    assertThat(problemsOf(Drawing.of(END))).contains("START_COUNT support");
    assertThat(problemsOf(Drawing.of(START, "<startEvent id='other'/>", END, line("start", "end"))))
        .contains("START_COUNT support");
    assertThat(problemsOf(Drawing.of(START, "<task id='a'/>", line("start", "a"))))
        .containsExactly("END_MISSING support", "DEAD_END a");
  }

  @Test
  void so_has_a_sub_process() {
    assertThat(problemsOf(straight("inner", "<subProcess id='inner'/>")))
        .containsExactly("START_COUNT inner", "END_MISSING inner");
  }

  @Test
  void nothing_leads_into_a_start_or_out_of_an_end() {
    String xml =
        Drawing.of(
            START,
            "<userTask id='a'/>",
            END,
            line("start", "a"),
            line("a", "end"),
            line("a", "start"),
            line("end", "a"));

    assertThat(problemsOf(xml)).contains("START_INCOMING start", "END_OUTGOING end");
  }

  @Test
  void every_figure_is_reached_from_the_start() {
    String xml =
        Drawing.of(START, "<task id='island'/>", END, line("start", "end"), line("island", "end"));

    assertThat(problemsOf(xml)).containsExactly("NOT_CONNECTED island");
  }

  @Test
  void connections_join_two_figures() {
    assertThat(problemsOf(Drawing.of(START, END, line("start", "end"), line("start", "nowhere"))))
        .containsExactly("CONNECTION_LOOSE start_nowhere");
  }

  @Test
  void a_circle_must_wait_for_somebody() {
    String gateway = "<exclusiveGateway id='again' default='again_end'/>";
    String endless =
        Drawing.of(
            START,
            emailToContact("email"),
            gateway,
            END,
            line("start", "email"),
            line("email", "again"),
            line("again", "end"),
            line("again", "email", "${contact.name == 'Ann'}"));

    assertThat(problemsOf(endless)).containsExactly("ENDLESS_CIRCLE email");
    assertThat(
            problemsOf(
                endless
                    .replace("<sendTask id='email'", "<userTask id='email'")
                    .replace("</sendTask>", "</userTask>")))
        .isEmpty();
  }

  @Test
  void only_gateways_choose() {
    String xml = Drawing.of(START, END, line("start", "end", "${true}"));

    assertThat(problemsOf(xml)).containsExactly("CONDITION_PLACE start_end");
  }

  @Test
  void a_choice_is_complete() {
    String xml =
        Drawing.of(
            START,
            "<exclusiveGateway id='g' default='elsewhere'/>",
            "<userTask id='a'/>",
            END,
            line("start", "g"),
            line("g", "a"),
            line("g", "end", "${true}"),
            line("a", "end"));

    assertThat(problemsOf(xml)).containsExactly("CONDITION_MISSING g_a", "DEFAULT_UNKNOWN g");
  }

  @Test
  void the_default_has_no_condition() {
    String xml =
        Drawing.of(
            START,
            "<inclusiveGateway id='g' default='g_end'/>",
            END,
            line("start", "g"),
            line("g", "end", "${true}"));

    assertThat(problemsOf(xml)).containsExactly("CONDITION_DEFAULT g_end");
  }

  @Test
  void ids_name_one_figure_each_and_are_plain() {
    assertThat(problemsOf(Drawing.of(START, END, "<endEvent id='end'/>", line("start", "end"))))
        .contains("ID_DOUBLE end");
    assertThat(problemsOf(straight("a", "<task id='a'/>").replace("id=\"support\"", "id=\"1 x\"")))
        .contains("ID_FORM 1 x");
    assertThat(problemsOf(straight("a", "<task id='a'/>").replace("id=\"support\"", "")))
        .contains("ID_FORM ");
  }

  @Test
  void names_are_plain_words() {
    assertThat(problemsOf(straight("a", "<userTask id='a' name='${request.title}'/>")))
        .containsExactly("NAME_EXPRESSION a");
    assertThat(problemsOf(straight("a", "<userTask id='a' name='%s'/>".formatted("x".repeat(256)))))
        .containsExactly("NAME_LENGTH a");
  }

  @Test
  void only_a_request_starts_a_flow() {
    String xml =
        straight("a", "<task id='a'/>")
            .replace(
                START,
                "<startEvent id='start'><timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></startEvent>");

    assertThat(problemsOf(xml)).containsExactly("EVENT_KIND start");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<timeDuration>PT30M</timeDuration>",
        "<timeDuration>P1Y2M3DT4H5M6S</timeDuration>",
        "<timeDate>2030-12-24T18:00:00</timeDate>",
        "<timeDate>2030-12-24T18:00:00+01:00</timeDate>",
        "<timeCycle>R3/PT1M</timeCycle>",
        "<timeCycle>R/P1D</timeCycle>",
      })
  void times_in_the_forms_of_iso_8601_are_accepted(String time) {
    assertThat(problemsOf(timer(time))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<timeDuration>30 minutes</timeDuration>",
        "<timeDuration>P</timeDuration>",
        "<timeDuration>PT</timeDuration>",
        "<timeDuration>${request.title}</timeDuration>",
        "<timeDate>tomorrow</timeDate>",
        "<timeDate>2030-13-24T18:00:00</timeDate>",
        "<timeCycle>R3/PT59S</timeCycle>",
        "<timeCycle>0/5 * * * * ?</timeCycle>",
        "<timeCycle>R99999/PT1H</timeCycle>",
      })
  void other_times_are_refused(String time) {
    assertThat(problemsOf(timer(time))).containsExactly("TIMER_FORM wait");
  }

  @ParameterizedTest
  @CsvSource({"''", "<timeDuration>PT1H</timeDuration><timeDate>2030-12-24T18:00:00</timeDate>"})
  void a_timer_has_one_time(String time) {
    assertThat(problemsOf(timer(time))).containsExactly("TIMER_COUNT wait");
  }

  @Test
  void an_event_on_a_border_has_a_host() {
    String xml =
        Drawing.of(
            START,
            END,
            line("start", "end"),
            "<boundaryEvent id='b' attachedToRef='start'><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>",
            line("b", "end"));

    assertThat(problemsOf(xml)).containsExactly("BORDER_LOOSE b");
  }

  @Test
  void an_error_is_caught() {
    String xml =
        straight("a", "<task id='a'/>")
            .replace(END, "<endEvent id='end'><errorEventDefinition errorRef='e'/></endEvent>");

    assertThat(problemsOf(xml)).containsExactly("ERROR_NOT_CAUGHT end");
  }

  @Test
  void a_flow_has_a_thousand_figures_at_most() {
    assertThat(problemsOf(Drawing.of(START, "<task/>".repeat(1001))))
        .contains("TOO_MANY_FIGURES support");
  }

  @Test
  void a_long_flow_is_checked_in_no_time() {
    StringBuilder chain = new StringBuilder(line("start", "t0")).append(START).append(END);
    for (int i = 0; i < 990; i++) {
      chain
          .append("<task id='t%d'/>".formatted(i))
          .append(line("t" + i, i == 989 ? "end" : "t" + (i + 1)));
    }

    assertThat(problemsOf(Drawing.of(chain.toString()))).isEmpty();
  }

  @Test
  void all_problems_are_told_at_once() {
    String xml = Drawing.of("<scriptTask id='s'/>", "<userTask id='t' name='#{x}'/>");

    assertThat(problemsOf(xml))
        .containsExactlyInAnyOrder(
            "ELEMENT_NOT_ALLOWED s",
            "NAME_EXPRESSION t",
            "START_COUNT support",
            "END_MISSING support",
            "DEAD_END t",
            "NOT_CONNECTED t");
  }
}
