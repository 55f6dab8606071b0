package org.mailroom.flow.flowable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.flow.Drawing.emailToContact;
import static org.mailroom.flow.Drawing.straight;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flowable.common.engine.impl.cfg.TransactionState;
import org.flowable.common.engine.impl.context.Context;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.flow.Desk;
import org.mailroom.flow.bpmn.Diagram;
import org.mailroom.flow.email.EmailsOn;

class BatchedInsertsTest {
  private final Desk desk = new Desk();

  @Test
  void rows_are_there_for_others_when_the_commit_is_told() {
    try (TestDatabase database = TestDatabase.h2();
        TestEngine engine =
            TestEngine.on(
                database.dataSource(),
                new NodeId("node-1"),
                desk.requests(),
                EmailsOn.desk(desk))) {
      Diagram diagram = Diagram.read(straight("tell", emailToContact("tell")));
      engine.definitions().deploy(diagram.key(), diagram.executable());

      List<Integer> seen = new ArrayList<>();
      engine
          .processes()
          .getManagementService()
          .executeCommand(
              context -> {
                engine.instances().start(diagram.key(), Desk.REQUEST);
                Context.getTransactionContext()
                    .addTransactionListener(
                        TransactionState.COMMITTED, committed -> seen.add(jobs(database)));
                return null;
              });

      assertThat(seen).containsExactly(1);
    }
  }

  private static int jobs(TestDatabase database) {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var count = statement.executeQuery("SELECT COUNT(*) FROM ACT_RU_JOB")) {
      count.next();
      return count.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
