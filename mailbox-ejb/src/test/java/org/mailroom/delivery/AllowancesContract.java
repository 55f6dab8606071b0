package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.delivery.jpa.AllowanceStores;
import org.mailroom.environment.NodeId;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;

/** What several nodes may send together, on each database. */
abstract class AllowancesContract {
  private static final Lane XPTO = Lane.of(new MailboxId(1));
  private static final Lane COMPANY2 = Lane.of(new MailboxId(2));

  private final SettableClock clock = new SettableClock();
  private TestDatabase database;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_minute_is_given_out_in_parts() {
    assertThat(take(XPTO, 50)).isEqualTo(5);
    assertThat(take(XPTO, 50)).isZero();
    clock.pass(Duration.ofSeconds(10));
    assertThat(take(XPTO, 3)).isEqualTo(3);
    assertThat(take(XPTO, 3)).isEqualTo(2);
  }

  @Test
  void what_one_lane_takes_no_other_misses() {
    assertThat(take(XPTO, 50)).isEqualTo(5);
    assertThat(take(COMPANY2, 50)).isEqualTo(5);
  }

  @Test
  void what_is_given_back_may_be_taken_again() {
    take(XPTO, 5);
    call(
        allowances -> {
          allowances.giveBack(XPTO, 4);
          return null;
        });

    assertThat(take(XPTO, 50)).isEqualTo(4);
  }

  @Test
  void a_clock_that_was_set_back_keeps_nothing_closed() {
    take(XPTO, 5);
    clock.pass(Duration.ofHours(-1));

    assertThat(take(XPTO, 5)).isEqualTo(5);
  }

  @Test
  void nodes_that_ask_at_once_share_one_part() throws Exception {
    take(XPTO, 0);
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    List<Future<Integer>> taken = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      taken.add(nodes.submit(() -> take(XPTO, 2)));
    }
    int all = 0;
    for (Future<Integer> each : taken) {
      all += each.get();
    }
    nodes.shutdown();

    assertThat(all).isEqualTo(5);
  }

  @Test
  void nodes_share_the_connections_of_a_lane() {
    assertThat(connections("a", 3)).isEqualTo(3);
    assertThat(connections("b", 3)).isZero();

    assertThat(connections("a", 3)).isEqualTo(2); // it closes the third within two minutes
    assertThat(connections("b", 3)).isZero();
    clock.pass(Duration.ofSeconds(119));
    assertThat(connections("a", 3)).isEqualTo(2);
    assertThat(connections("b", 3)).isZero();
    clock.pass(Duration.ofSeconds(1));
    assertThat(connections("b", 3)).isOne();
  }

  @Test
  void the_connections_of_a_node_that_asks_no_more_are_free_again() {
    assertThat(connections("a", 1)).isOne();
    assertThat(connections("b", 1)).isZero();

    clock.pass(Duration.ofMinutes(2));
    assertThat(connections("b", 1)).isOne();
    assertThat(connections("a", 1)).isZero();
  }

  private int connections(String node, int most) {
    return call(allowances -> allowances.connections(XPTO, new NodeId(node), 4, most));
  }

  @Test
  void a_small_limit_holds_in_any_minute() {
    int taken = 0;
    for (int second = 0; second < 600; second++) {
      taken += call(allowances -> allowances.take(XPTO, 50, 1).messages());
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(taken).isEqualTo(10);
  }

  @Test
  void it_says_when_there_is_more() {
    take(XPTO, 5);

    Allowances.Grant none = call(allowances -> allowances.take(XPTO, 5, 30));
    assertThat(none).isEqualTo(new Allowances.Grant(0, clock.instant().plusSeconds(10)));
  }

  private int take(Lane lane, int wanted) {
    return call(allowances -> allowances.take(lane, wanted, 30).messages());
  }

  private <T> T call(Function<Allowances, T> work) {
    return database.transaction(
        "mailbox",
        entities -> {
          Allowances allowances = new Allowances();
          allowances.store = AllowanceStores.over(entities);
          allowances.clock = clock;
          return work.apply(allowances);
        });
  }
}
