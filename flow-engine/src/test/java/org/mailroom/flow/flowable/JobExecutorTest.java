package org.mailroom.flow.flowable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.flow.Drawing.emailToContact;
import static org.mailroom.flow.Drawing.straight;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.flow.Desk;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.email.EmailsOn;
import org.mailroom.request.Situation;

class JobExecutorTest {
  private static final NodeId NODE = new NodeId("node-1");

  private final Desk desk = new Desk();

  private static TestDatabase database(String kind) {
    return kind.equals("H2") ? TestDatabase.h2() : TestDatabase.postgres();
  }

  private TestEngine engine(TestDatabase database) {
    return TestEngine.on(database.dataSource(), NODE, desk.requests(), EmailsOn.desk(desk));
  }

  private static void start(TestEngine engine) {
    Diagram diagram = Diagram.read(straight("tell", emailToContact("tell")));
    engine.definitions().deploy(diagram.key(), diagram.executable());
    engine.instances().start(diagram.key(), Desk.REQUEST);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      Thread.sleep(20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void a_step_runs_by_itself_after_the_commit(String kind) throws Exception {
    try (TestDatabase database = database(kind);
        TestEngine engine = engine(database)) {
      engine.startJobs();

      start(engine);

      await(() -> desk.changes.equals(List.of(Situation.CLOSED)));
      assertThat(desk.sent).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void what_a_killed_node_held_runs_at_once_when_it_is_back(String kind) throws Exception {
    try (TestDatabase database = database(kind)) {
      try (TestEngine killed = engine(database)) {
        start(killed);
      }
      lockedByKilled(database);

      try (TestEngine back = engine(database)) {
        back.startJobs();

        await(() -> desk.sent.size() == 1);
      }
    }
  }

  /** As if a step had been running when the node was killed: job and request are locked. */
  private static void lockedByKilled(TestDatabase database) throws SQLException {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      String later = "CURRENT_TIMESTAMP + INTERVAL '1' HOUR";
      int jobs =
          statement.executeUpdate(
              "UPDATE ACT_RU_JOB SET LOCK_OWNER_ = '%s', LOCK_EXP_TIME_ = %s"
                  .formatted(NODE, later));
      int requests =
          statement.executeUpdate(
              "UPDATE ACT_RU_EXECUTION SET LOCK_OWNER_ = '%s', LOCK_TIME_ = %s WHERE PARENT_ID_ IS NULL"
                  .formatted(NODE, later));
      assertThat(List.of(jobs, requests)).containsExactly(1, 1);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }
}
