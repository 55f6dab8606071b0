package org.mailroom.flow.flowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.flow.Desk;

class StartLockTest {
  @Test
  void nodes_that_start_together_on_an_empty_database_all_start() throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    try (TestDatabase database = TestDatabase.postgres()) {
      for (Future<Long> flows :
          nodes.invokeAll(IntStream.range(0, 3).mapToObj(i -> node(database, i)).toList())) {
        assertThat(flows.get()).isZero();
      }
    } finally {
      nodes.shutdown();
    }
  }

  private static Callable<Long> node(TestDatabase database, int number) {
    return () -> {
      try (TestEngine engine =
          StartLock.holding(
              database.dataSource(),
              () ->
                  TestEngine.on(
                      database.dataSource(),
                      new NodeId("node-" + number),
                      new Desk().requests()))) {
        return engine.definitions().running("support", 1);
      }
    };
  }
}
