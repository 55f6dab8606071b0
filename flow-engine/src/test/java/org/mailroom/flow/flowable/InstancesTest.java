package org.mailroom.flow.flowable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.flow.Drawing.END;
import static org.mailroom.flow.Drawing.START;
import static org.mailroom.flow.Drawing.line;
import static org.mailroom.flow.Drawing.straight;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.flow.Desk;
import org.mailroom.flow.Drawing;
import org.mailroom.flow.FlowRunView;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.email.EmailsOn;
import org.mailroom.flow.model.Run;
import org.mailroom.request.Situation;

class InstancesTest {
  private final Desk desk = new Desk();
  private final TestEngine engine = TestEngine.onH2(desk.requests(), EmailsOn.desk(desk));

  @AfterEach
  void stop() {
    engine.close();
  }

  private Run start(String xml) {
    Diagram diagram = Diagram.read(xml);
    assertThat(engine.definitions().problemsIn(diagram.executable())).isEmpty();
    engine.definitions().deploy(diagram.key(), diagram.executable());
    return engine.instances().start(diagram.key(), Desk.REQUEST);
  }

  private FlowRunView view(Run run) {
    return engine.history().of(run);
  }

  private void answer(Run run, Map<String, String> answers) {
    assertThat(engine.instances().complete(run, view(run).tasks().get(0).id(), answers)).isTrue();
    engine.runJobs();
  }

  private static String choice(String condition) {
    return Drawing.of(
        START,
        "<exclusiveGateway id='g' default='g_b'/>",
        "<userTask id='a' name='A'/>",
        "<userTask id='b' name='B'/>",
        END,
        line("start", "g"),
        line("g", "a", condition),
        line("g", "b"),
        line("a", "end"),
        line("b", "end"));
  }

  @Test
  void a_run_tells_its_path_its_place_and_its_tasks() {
    Run run = start(straight("look", "<userTask id='look' name='Look at it'/>"));

    FlowRunView view = view(run);

    assertThat(view.flow()).isEqualTo("support");
    assertThat(view.version()).isEqualTo(1);
    assertThat(view.completed()).containsExactlyInAnyOrder("start", "start_look");
    assertThat(view.active()).containsExactly("look");
    assertThat(view.tasks())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.element()).isEqualTo("look");
              assertThat(task.name()).isEqualTo("Look at it");
            });
    assertThat(view.endedAt()).isNull();
  }

  @Test
  void a_step_that_waits_for_its_job_is_where_the_request_stands() {
    Run run = start(straight("tell", Drawing.emailToContact("tell")));

    assertThat(view(run).active()).containsExactly("tell");
    assertThat(view(run).completed()).containsExactlyInAnyOrder("start", "start_tell");
  }

  @Test
  void the_end_closes_the_request() {
    start(straight("tell", Drawing.emailToContact("tell")));

    engine.runJobs();

    assertThat(desk.changes).containsExactly(Situation.CLOSED);
  }

  @Test
  void the_end_of_the_request_that_comes_back_from_there_ends_nothing_twice() {
    Run run = start(straight("tell", Drawing.emailToContact("tell")));
    desk.whenClosed = () -> engine.instances().end(run);

    engine.runJobs();

    assertThat(view(run).endedAt()).isNotNull();
    assertThat(view(run).completed()).contains("end");
  }

  @ParameterizedTest
  @EnumSource(
      value = Situation.class,
      names = {"CLOSED", "CANCELLED", "SUSPENDED"})
  void a_request_that_a_person_has_moved_stays_as_it_is(Situation situation) {
    Run run = start(straight("tell", Drawing.emailToContact("tell")));
    desk.in(situation);

    engine.runJobs();

    assertThat(desk.changes).isEmpty();
    assertThat(view(run).endedAt()).isNotNull();
  }

  @Test
  void a_run_that_is_ended_waits_for_nobody() {
    Run run = start(straight("look", "<userTask id='look'/>"));

    engine.instances().end(run);
    engine.instances().end(run);

    assertThat(view(run).endedAt()).isNotNull();
    assertThat(view(run).active()).isEmpty();
    assertThat(view(run).tasks()).isEmpty();
    assertThat(view(run).completed()).doesNotContain("look");
    assertThat(desk.changes).isEmpty();
  }

  @Test
  void a_task_is_completed_once_and_only_on_its_own_request() {
    Run run = start(straight("look", "<userTask id='look'/>"));
    String task = view(run).tasks().get(0).id();

    assertThat(engine.instances().complete(new Run(Desk.REQUEST, "x", 1, "other"), task, Map.of()))
        .isFalse();
    assertThat(engine.instances().complete(run, task, Map.of())).isTrue();
    assertThat(engine.instances().complete(run, task, Map.of())).isFalse();
    assertThat(engine.instances().retry(run, "no such incident")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${request.title == 'Printer on fire'}",
        "#{contract.client == 'XPTO Company' && request.number > 4710}",
        "${not empty contact.email}",
        "${request.situation == 'IN_PROGRESS'}",
        "${never != 'asked'}"
      })
  void a_condition_that_holds_is_followed(String condition) {
    Run run = start(choice(condition));

    engine.runJobs();

    assertThat(view(run).active()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${contact.name == 'Bob'}", "${never == 'asked'}", "${false}"})
  void a_condition_that_does_not_hold_leads_to_the_default(String condition) {
    Run run = start(choice(condition));

    engine.runJobs();

    assertThat(view(run).active()).containsExactly("b");
    assertThat(view(run).completed()).contains("g", "g_b").doesNotContain("g_a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${request.getClass() != null}",
        "${execution.getEngineServices() != null}",
      })
  void a_forbidden_condition_is_an_incident_of_its_gateway_and_opens_the_request(String attack) {
    Run run = start(choice(attack));

    engine.runIntoIncident();

    assertThat(view(run).incidents())
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.element()).isEqualTo("g");
              assertThat(incident.message()).contains("is refused");
            });
  }

  @Test
  void no_way_out_of_a_gateway_is_an_incident() {
    Run run =
        start(
            choice("${false}")
                .replace(" default='g_b'", "")
                .replace(line("g", "b"), line("g", "b", "${false}")));

    engine.runIntoIncident();

    assertThat(view(run).incidents()).hasSize(1);
  }

  @Test
  void answers_decide_the_path_and_timers_errors_and_forks_do_their_part() {
    Run run = start(Drawing.file("approval.bpmn"));
    engine.runTimers();
    assertThat(desk.sent).hasSize(1);
    assertThat(view(run).active()).containsExactly("decide");

    answer(run, Map.of("verdict", "no"));
    assertThat(view(run).active()).containsExactly("decide");

    answer(run, Map.of("verdict", "yes"));
    assertThat(view(run).completed()).contains("left", "right", "join", "failed", "caught", "end");
    assertThat(view(run).endedAt()).isNotNull();
    assertThat(desk.changes).containsExactly(Situation.CLOSED);
  }

  @Test
  void running_requests_stay_on_their_version() {
    Run old = start(straight("look", "<userTask id='look'/>"));
    Run young = start(straight("think", "<userTask id='think'/>"));

    assertThat(young.version()).isEqualTo(2);
    assertThat(view(old).active()).containsExactly("look");
    assertThat(engine.definitions().running("support", 1)).isEqualTo(1);
    assertThat(engine.definitions().running("support", 2)).isEqualTo(1);
  }
}
