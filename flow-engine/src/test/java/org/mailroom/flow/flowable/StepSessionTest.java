package org.mailroom.flow.flowable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.flow.Drawing.emailToContact;
import static org.mailroom.flow.Drawing.straight;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flowable.common.engine.impl.cfg.TransactionState;
import org.flowable.common.engine.impl.context.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.flow.Desk;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.email.EmailsOn;
import org.mailroom.flow.model.Run;
import org.mailroom.request.RequestNumber;

class StepSessionTest {
  private final Desk desk = new Desk();

  private final TestDatabase database = TestDatabase.h2();
  private final TestEngine engine =
      TestEngine.on(
          database.dataSource(), new NodeId("node-1"), desk.requests(), EmailsOn.desk(desk));
  private final Diagram diagram = Diagram.read(straight("tell", emailToContact("tell")));

  @BeforeEach
  void publish() {
    engine.definitions().deploy(diagram.key(), diagram.executable());
  }

  @AfterEach
  void close() {
    engine.close();
    database.close();
  }

  @Test
  void rows_are_there_for_others_when_the_commit_is_told() {
    List<Integer> seen = new ArrayList<>();
    engine
        .processes()
        .getManagementService()
        .executeCommand(
            context -> {
              engine.instances().start(diagram.key(), Desk.REQUEST);
              Context.getTransactionContext()
                  .addTransactionListener(
                      TransactionState.COMMITTED, committed -> seen.add(jobs()));
              return null;
            });

    assertThat(seen).containsExactly(1);
  }

  @Test
  void a_flow_that_begins_and_ends_at_once_looks_for_nothing_that_belongs_to_it() {
    engine.instances().startWithSteps(diagram.key(), Desk.REQUEST);
    run("SET QUERY_STATISTICS TRUE");

    Run run = engine.instances().startWithSteps(diagram.key(), new RequestNumber(4712));

    assertThat(engine.history().of(run).endedAt()).isNotNull();
    assertThat(
            number(
                """
                SELECT COUNT(*) FROM INFORMATION_SCHEMA.QUERY_STATISTICS
                WHERE SQL_STATEMENT LIKE '%from ACT_RU_EXECUTION%'
                OR SQL_STATEMENT LIKE '%from ACT_RU_VARIABLE%'"""))
        .isZero();
  }

  private int jobs() {
    return number("SELECT COUNT(*) FROM ACT_RU_JOB");
  }

  private int number(String query) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String sql) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
