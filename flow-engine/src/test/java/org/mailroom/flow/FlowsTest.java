package org.mailroom.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.mailroom.flow.Drawing.email;
import static org.mailroom.flow.Drawing.straight;
import static org.mailroom.flow.Drawing.toContact;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.failure.Problem;
import org.mailroom.flow.email.EmailsOn;
import org.mailroom.flow.email.RulesOn;
import org.mailroom.flow.flowable.Expressions;
import org.mailroom.flow.flowable.TestEngine;
import org.mailroom.flow.jpa.FlowStore;
import org.mailroom.flow.jpa.StoreOn;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.request.RequestNumber;
import org.mailroom.routing.OutboxChoice;
import org.mailroom.template.TemplateView;
import org.mailroom.transaction.TakingAlong;

/** Flows and their runs, on a database and an engine that commit each for themselves. */
class FlowsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String TEXT = "<mailroom:text>Hi</mailroom:text>";
  private static final String TASK = straight("look", "<userTask id='look' name='Look'/>");

  private final Desk desk = new Desk();
  private final List<ContractView> all = new ArrayList<>();
  private final List<String> audited = new ArrayList<>();
  private final TestDatabase database = TestDatabase.h2();
  private final EntityManager entities = database.entityManager("flow");
  private final FlowStore store = StoreOn.entities(entities);
  private final TestEngine engine =
      TestEngine.on(
          database.dataSource(), new NodeId("test"), desk.requests(), EmailsOn.desk(desk));
  private final Flows flows = new Flows();
  private final FlowRuns runs = new FlowRuns();
  private final RunsOfRequests requests = new RunsOfRequests();

  @BeforeEach
  void wire() {
    Contracts contracts = contracts();
    ContractsWithoutOutbox without = new ContractsWithoutOutbox();
    without.contracts = contracts;
    FlowChecks checks = new FlowChecks();
    checks.expressions = new Expressions();
    checks.definitions = engine.definitions();
    checks.emails = RulesOn.desk(desk, new OutputMailboxes(23L));
    checks.contracts = without;
    flows.store = store;
    flows.checks = checks;
    flows.definitions = engine.definitions();
    flows.contracts = contracts;
    flows.audit = audit();
    flows.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    runs.store = store;
    runs.instances = engine.instances();
    runs.history = engine.history();
    runs.audit = audit();
    requests.store = store;
    requests.instances = engine.instances();
  }

  @AfterEach
  void stop() {
    engine.close();
    database.close();
  }

  private Contracts contracts() {
    return new Contracts() {
      @Override
      public Page<ContractView> list(String text, Slice slice) {
        return Page.of(slice.page() == 0 ? all : List.of(), slice, all.size());
      }

      @Override
      public List<ContractView> running(String flow) {
        return all.stream().filter(c -> c.flow().equals(Optional.of(flow))).toList();
      }
    };
  }

  private Audit audit() {
    return new Audit() {
      @Override
      public void note(String action, String subject, String detail) {
        audited.add(action + " " + subject);
      }

      @Override
      public void changed(String action, String subject, List<Change> changes) {
        note(action, subject, "");
      }

      @Override
      public String caller() {
        return "ann";
      }
    };
  }

  private static ContractView contract(
      String number, ContractStatus status, MailboxId outbox, String flow) {
    return new ContractView(
        new ContractId(1),
        number,
        "XPTO Company",
        List.of(),
        LocalDate.EPOCH,
        null,
        status,
        Optional.ofNullable(outbox),
        Optional.empty(),
        Optional.ofNullable(flow),
        WhenOutboxUnavailable.WAIT,
        SenderPolicy.ANYONE,
        false,
        1);
  }

  private <T> T commit(Supplier<T> work) {
    entities.getTransaction().begin();
    try {
      T result = work.get();
      entities.getTransaction().commit();
      return result;
    } finally {
      if (entities.getTransaction().isActive()) {
        entities.getTransaction().rollback();
      }
      entities.clear();
    }
  }

  private SavedFlow save(String xml) {
    return commit(() -> flows.save(xml));
  }

  private void open() {
    commit(
        () -> {
          requests.opened(Desk.REQUEST, "support");
          return null;
        });
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }

  @Test
  void a_process_without_an_id_is_told_like_any_other_problem() {
    assertThatThrownBy(
            () ->
                flows.save(
                    "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='x'><process/></definitions>"))
        .isInstanceOf(InvalidFlow.class);
  }

  @Test
  void a_saved_flow_is_listed_with_who_saved_it() {
    assertThat(save(TASK)).isEqualTo(new SavedFlow("support", 1, List.of()));

    assertThat(flows.list()).containsExactly(new FlowView("support", "Support", "", 1, NOW, "ann"));
    assertThat(flows.find("support")).isPresent();
    assertThat(flows.find("other")).isEmpty();
    assertThat(audited).containsExactly("flow.saved flow support");
  }

  @Test
  void the_same_diagram_is_no_new_version_and_another_is() {
    save(TASK);
    assertThat(save(TASK).version()).isEqualTo(1);
    assertThat(save(flows.diagram("support", Optional.empty())).version()).isEqualTo(1);
    assertThat(save(TASK.replace("Look", "Look again")).version()).isEqualTo(2);
    assertThat(save(TASK).version()).isEqualTo(3);

    assertThat(flows.versions("support")).extracting(FlowVersion::version).containsExactly(3, 2, 1);
    assertThat(flows.diagram("support", Optional.of(2))).contains("Look again");
  }

  @Test
  void an_unsound_diagram_is_refused_whole_and_changes_nothing() {
    String unsound = straight("tell", email("tell", "", "")).replace("<endEvent id='end'/>", "");

    assertThatThrownBy(() -> flows.save(unsound))
        .isInstanceOf(InvalidFlow.class)
        .extracting(e -> codes(((InvalidFlow) e).problems()))
        .asInstanceOf(LIST)
        .contains("END_MISSING", "CONNECTION_LOOSE", "EMAIL_NO_TEXT", "EMAIL_NO_RECIPIENT");
    assertThat(codes(flows.validate(unsound))).contains("END_MISSING", "EMAIL_NO_TEXT");
    assertThat(codes(flows.validate("no xml"))).containsExactly("XML_NOT_READABLE");
    assertThat(flows.validate(TASK)).isEmpty();
    assertThat(flows.list()).isEmpty();
  }

  @Test
  void forbidden_expressions_are_refused_wherever_they_stand() {
    String condition =
        Drawing.of(
            Drawing.START,
            "<exclusiveGateway id='g'/>",
            Drawing.END,
            Drawing.line("start", "g"),
            Drawing.line("g", "end", "${''.getClass().forName('java.lang.Runtime')}"));
    String recipient =
        straight(
            "tell",
            email(
                "tell",
                "",
                TEXT
                    + Drawing.recipient(
                        "expression", "${''.getClass().forName('java.lang.Runtime')}")));

    assertThat(codes(flows.validate(condition))).containsExactly("EXPRESSION");
    assertThat(codes(flows.validate(recipient))).containsExactly("EXPRESSION");
  }

  @Test
  void a_blank_diagram_can_be_saved() {
    assertThat(save(flows.blank("first", "First")).version()).isEqualTo(1);
  }

  @Test
  void the_engine_accepts_the_fixtures_too() {
    desk.templates.put("opened", new TemplateView("opened", "T", "H", true));

    assertThat(save(Drawing.file("approval.bpmn")).version()).isEqualTo(1);
    assertThat(save(Drawing.file("stock-mail.bpmn")).version()).isEqualTo(1);
    assertThat(codes(save(Drawing.file("two-emails.bpmn")).warnings()))
        .containsExactly("EMAIL_GROUP_UNKNOWN");
  }

  @Test
  void contracts_without_an_outbox_are_counted_when_an_element_is_specific() {
    all.add(contract("C-1", ContractStatus.ACTIVE, null, null));
    all.add(contract("C-2", ContractStatus.ACTIVE, null, null));
    all.add(contract("C-3", ContractStatus.ACTIVE, new MailboxId(23), null));
    all.add(contract("C-4", ContractStatus.INACTIVE, null, null));

    List<Problem> warnings =
        save(straight("tell", email("tell", "outbox='specific'", TEXT + toContact()))).warnings();

    assertThat(warnings)
        .singleElement()
        .satisfies(w -> assertThat(w.message()).startsWith("2 active contracts have no outbox"));
    assertThat(save(straight("tell", email("tell", "", TEXT + toContact()))).warnings()).isEmpty();
  }

  @Test
  void elements_say_which_outbox_they_use() {
    save(straight("tell", email("tell", "outbox='specific' mailbox='23'", TEXT + toContact())));
    MailboxesInFlows usage = new MailboxesInFlows();
    usage.store = store;

    assertThat(flows.outboxOf("support", "tell"))
        .isEqualTo(new OutboxChoice(true, Optional.of(new MailboxId(23))));
    assertThatThrownBy(() -> flows.outboxOf("support", "other")).isInstanceOf(FlowNotFound.class);
    assertThat(usage.usesOf(new MailboxId(23)))
        .containsExactly(new MailboxUsage.Use("flow", "support, element \"E-mail tell\""));
    assertThat(usage.usesOf(new MailboxId(1))).isEmpty();
  }

  @Test
  void contracts_can_choose_among_the_saved_flows() {
    save(TASK);
    PublishedFlows catalog = new PublishedFlows();
    catalog.store = store;

    assertThat(catalog.keys()).containsExactly("support");
  }

  @Test
  void a_request_runs_the_current_version_once() {
    save(TASK);
    save(TASK.replace("Look", "Look again"));

    open();

    assertThat(runs.of(Desk.REQUEST))
        .hasValueSatisfying(run -> assertThat(run.version()).isEqualTo(2));
    assertThat(runs.diagram(Desk.REQUEST)).contains("Look again");
    assertThat(flows.versions("support")).extracting(FlowVersion::running).containsExactly(1L, 0L);
  }

  @Test
  void a_request_cannot_run_a_flow_that_is_not_there() {
    assertThatThrownBy(() -> requests.opened(Desk.REQUEST, "gone"))
        .isInstanceOf(FlowNotFound.class);
    assertThat(runs.of(Desk.REQUEST)).isEmpty();
    assertThatThrownBy(() -> runs.diagram(Desk.REQUEST)).isInstanceOf(FlowNotFound.class);
  }

  @Test
  void a_task_is_completed_and_audited() {
    save(TASK);
    open();
    String task = runs.of(Desk.REQUEST).orElseThrow().tasks().get(0).id();

    runs.complete(Desk.REQUEST, task);

    assertThat(runs.of(Desk.REQUEST).orElseThrow().endedAt()).isNotNull();
    assertThat(audited).contains("task.completed request 4711");
    assertThatThrownBy(() -> runs.complete(Desk.REQUEST, task)).isInstanceOf(TaskNotFound.class);
    assertThatThrownBy(() -> runs.complete(new RequestNumber(1), task, Map.of()))
        .isInstanceOf(TaskNotFound.class);
  }

  @Test
  void an_incident_is_retried_and_audited() {
    save(straight("tell", Drawing.emailToContact("tell")));
    desk.outboxTrouble = new IllegalStateException("full");
    open();
    engine.runIntoIncident();
    String incident = runs.of(Desk.REQUEST).orElseThrow().incidents().get(0).id();

    runs.retry(Desk.REQUEST, incident);

    assertThat(audited).contains("incident.retried request 4711");
    assertThatThrownBy(() -> runs.retry(Desk.REQUEST, incident))
        .isInstanceOf(IncidentNotFound.class);
  }

  private void openTakingAlong() {
    TakingAlong.call(
        () -> {
          open();
          return null;
        });
  }

  @Test
  void steps_are_taken_along_where_the_opening_transaction_allows_it() {
    save(straight("tell", Drawing.emailToContact("tell")));

    openTakingAlong();

    assertThat(desk.sent).hasSize(1);
    assertThat(runs.of(Desk.REQUEST).orElseThrow().endedAt()).isNotNull();
  }

  @Test
  void a_failing_step_keeps_no_request_from_being_opened() {
    save(straight("tell", Drawing.emailToContact("tell")));
    desk.outboxTrouble = new IllegalStateException("full");

    openTakingAlong();

    assertThat(runs.of(Desk.REQUEST).orElseThrow().active()).containsExactly("tell");
    engine.runIntoIncident();
    assertThat(runs.of(Desk.REQUEST).orElseThrow().incidents()).hasSize(1);
  }

  @Test
  void a_run_ends_with_its_request() {
    save(TASK);
    open();

    requests.ended(Desk.REQUEST);
    requests.ended(new RequestNumber(1));

    assertThat(runs.of(Desk.REQUEST).orElseThrow().endedAt()).isNotNull();
  }

  @Test
  void a_flow_in_use_cannot_be_deleted() {
    save(TASK);
    all.add(contract("C-1", ContractStatus.ACTIVE, null, "support"));
    assertThatThrownBy(() -> flows.delete("support"))
        .isInstanceOf(FlowInUse.class)
        .hasMessageContaining("contract C-1");

    all.clear();
    open();
    assertThatThrownBy(() -> flows.delete("support"))
        .isInstanceOf(FlowInUse.class)
        .hasMessageContaining("1 service requests");
  }

  @Test
  void a_deleted_flow_is_gone_and_its_name_is_free() {
    save(TASK);
    save(TASK.replace("Look", "Look again"));

    commit(
        () -> {
          flows.delete("support");
          return null;
        });

    assertThat(flows.list()).isEmpty();
    assertThatThrownBy(() -> flows.diagram("support", Optional.empty()))
        .isInstanceOf(FlowNotFound.class);
    assertThatThrownBy(() -> flows.delete("support")).isInstanceOf(FlowNotFound.class);
    assertThat(save(TASK).version()).isEqualTo(1);
  }
}
