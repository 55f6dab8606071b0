package org.mailroom.flow.flowable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.flow.Drawing.END;
import static org.mailroom.flow.Drawing.START;
import static org.mailroom.flow.Drawing.emailToContact;
import static org.mailroom.flow.Drawing.line;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.flow.Desk;
import org.mailroom.flow.Drawing;
import org.mailroom.flow.FlowRunView;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.email.EmailsOn;
import org.mailroom.flow.model.Run;
import org.mailroom.template.TemplateView;

class StepsTogetherTest {
  private static final String FAILING =
      Drawing.email("second", "template='gone'", Drawing.toContact());

  private final Desk desk = new Desk();
  private final TestEngine engine = TestEngine.onH2(desk.requests(), EmailsOn.desk(desk));

  @AfterEach
  void stop() {
    engine.close();
  }

  private Run start(String... figures) {
    Diagram diagram = Diagram.read(Drawing.of(figures));
    engine.definitions().deploy(diagram.key(), diagram.executable());
    return engine.instances().start(diagram.key(), Desk.REQUEST);
  }

  private Run startTwo(String second) {
    return start(
        START,
        emailToContact("first"),
        second,
        END,
        line("start", "first"),
        line("first", "second"),
        line("second", "end"));
  }

  private FlowRunView view(Run run) {
    return engine.history().of(run);
  }

  @Test
  void steps_that_follow_share_the_transaction_of_the_first() {
    Run run = startTwo(emailToContact("second"));

    engine.runJob();

    assertThat(desk.sent).hasSize(2);
    assertThat(view(run).endedAt()).isNotNull();
  }

  @Test
  void a_failing_step_undoes_those_it_shared_with() {
    Run run = startTwo(FAILING);

    assertThatThrownBy(engine::runJob).hasStackTraceContaining("gone");

    assertThat(view(run).active()).containsExactly("first");
    assertThat(view(run).completed()).doesNotContain("first");
  }

  @Test
  void after_that_each_is_run_alone_and_the_failing_one_is_the_incident() {
    Run run = startTwo(FAILING);

    engine.runIntoIncident();

    assertThat(view(run).completed()).contains("first");
    assertThat(view(run).active()).containsExactly("second");
    assertThat(view(run).incidents())
        .singleElement()
        .satisfies(incident -> assertThat(incident.element()).isEqualTo("second"));
  }

  @Test
  void what_follows_a_retried_incident_shares_its_transaction_again() {
    Run run = startTwo(FAILING);
    engine.runIntoIncident();
    desk.templates.put("gone", new TemplateView("gone", "Back", "<p>Hi</p>", true));

    engine.instances().retry(run, view(run).incidents().get(0).id());
    engine.runJob();

    assertThat(view(run).endedAt()).isNotNull();
  }

  @Test
  void the_start_takes_the_steps_along_where_it_may() {
    Diagram diagram = Diagram.read(Drawing.straight("mail", emailToContact("mail")));
    engine.definitions().deploy(diagram.key(), diagram.executable());

    Run run = engine.instances().startWithSteps(diagram.key(), Desk.REQUEST);

    assertThat(desk.sent).hasSize(1);
    assertThat(view(run).endedAt()).isNotNull();
  }

  @Test
  void a_flow_that_runs_in_a_circle_commits_now_and_then() {
    start(
        START,
        emailToContact("mail"),
        "<exclusiveGateway id='again' default='again_mail'/>",
        END,
        line("start", "mail"),
        line("mail", "again"),
        line("again", "mail"),
        line("again", "end", "${false}"));

    engine.runJob();

    assertThat(desk.sent).hasSizeBetween(2, 10);
    assertThat(engine.jobs()).isEqualTo(1);
  }
}
