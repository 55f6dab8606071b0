package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.jpa.InboundDatabase;
import org.mailroom.inbound.model.Transactions;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

/** Nodes that share mailboxes and a PostgreSQL, and die: one row a mail, whatever happens when. */
@Timeout(value = 600, unit = TimeUnit.SECONDS)
class NodesTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final int MAILBOXES = 20;
  private static final int KILLS = 10;

  private final SettableClock clock = new SettableClock(NOON);
  private final TestDatabase database = TestDatabase.postgres();
  private final InboundDatabase store = new InboundDatabase(database);
  private final RecordedAccess access = new RecordedAccess();
  private final Map<MailboxId, ScriptedImap> servers =
      new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
  private int mails;

  @BeforeEach
  void register() {
    for (int i = 1; i <= MAILBOXES; i++) {
      MailboxId mailbox = new MailboxId(i);
      ScriptedImap server = new ScriptedImap();
      servers.put(mailbox, server);
      access.put(
          new AccountFixture(
                  mailbox,
                  Protocol.IMAP,
                  server.port(),
                  "INBOX",
                  AccountFixture.PASSWORD,
                  NOON,
                  false,
                  Security.NONE,
                  AfterReading.USUAL)
              .account());
    }
  }

  @AfterEach
  void close() {
    servers.values().forEach(ScriptedMailServer::close);
    database.close();
  }

  /** A node dies at once: from some moment on nothing of it reaches the database any more. */
  private final class Node implements Transactions {
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final AtomicInteger left;
    private final ReadingRounds rounds;

    /**
     * @param life how many transactions it has; the last is done, but the node does not learn of it
     */
    private Node(String name, int life) {
      this(name, life, Reading.noIdling());
    }

    private Node(String name, int life, IdleRoom room) {
      NodeId id = new NodeId(name);
      left = new AtomicInteger(life);
      MailboxReader reader =
          new MailboxReader(
              access,
              new ServerSources(),
              new Shelf(this, store.cursors(), store.ledger(), clock),
              Reading.pace(),
              id,
              clock,
              room,
              ReadingBudget.ofHeap(),
              Runnable::run);
      rounds =
          new ReadingRounds(
              this, store.cursors(), clock, id, workers, box -> reader.read(box, () -> {}));
    }

    @Override
    public <T> T call(Supplier<T> work) {
      int rest = left.decrementAndGet();
      if (rest < 0) {
        throw new IllegalStateException("dead");
      }
      T result = store.call(work);
      if (rest == 0) {
        throw new IllegalStateException("dead, though it is stored");
      }
      return result;
    }

    private void round() {
      try {
        rounds.run(servers.keySet());
      } catch (IllegalStateException dead) {
        assertThat(left.get()).isNotPositive();
      }
    }

    private void end() throws InterruptedException {
      workers.shutdown();
      assertThat(workers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_node_takes_over_what_another_was_reading_when_it_died() throws Exception {
    receive(60);
    Node first = new Node("first", 70);
    Node second = new Node("second", Integer.MAX_VALUE);
    first.round();
    // or the second, if it is faster, leaves too little for the first to die of
    Idling.await("dead", () -> first.left.get() <= 0);
    assertThat(rows()).isLessThan(mails);
    second.round();
    first.end();

    clock.pass(Shelf.LEASE.plusSeconds(1));
    Idling.await("taken over", () -> readBy(second) == mails);
    second.end();

    requireEachOnce();
  }

  @Test
  void another_node_takes_over_at_once_what_a_node_waited_for_that_was_stopped() throws Exception {
    receive(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    try (IdleRoom room = new IdleRoom(MAILBOXES, threads, mailbox -> {})) {
      threads.execute(room::watch);
      Node first = new Node("first", Integer.MAX_VALUE, room);
      Node second = new Node("second", Integer.MAX_VALUE);
      Idling.await("waits", () -> readBy(first) == mails && room.size() == MAILBOXES);
      first.end();
      receive(1);
      // each is due, but another node still waits for it
      clock.pass(Duration.ofSeconds(61));
      second.round();
      assertThat(rows()).isEqualTo(mails - MAILBOXES);

      first.rounds.end();
      Idling.await("taken over", () -> readBy(second) == mails);
      first.round();
      second.end();
      requireEachOnce();
    } finally {
      threads.shutdownNow();
    }
  }

  // what is marked: who stored it may have lost its lease before that
  private long readBy(Node node) {
    node.round();
    long[] count = new long[1];
    query("SELECT count(*) FROM received_mail WHERE marked", row -> count[0] = row.getLong(1));
    return count[0];
  }

  @Test
  void ten_deaths_at_random_lose_and_repeat_nothing() throws Exception {
    Random random = new Random(20261126);
    receive(20);
    for (int i = 0; i < KILLS; i++) {
      receive(3);
      clock.pass(Duration.ofSeconds(61));
      Node node = new Node("node", 20 + random.nextInt(120));
      // as a node does that starts again
      store.run(() -> store.cursors().release(new NodeId("node")));
      node.round();
      node.end();
    }
    clock.pass(Duration.ofMinutes(16));
    store.run(() -> store.cursors().release(new NodeId("node")));
    Node last = new Node("last", Integer.MAX_VALUE);
    Idling.await("all read", () -> readBy(last) == mails);
    last.end();

    requireEachOnce();
  }

  private void receive(int each) {
    servers.forEach((mailbox, server) -> receive(mailbox, server, each));
  }

  private void receive(MailboxId mailbox, ScriptedImap server, int count) {
    for (int i = 0; i < count; i++) {
      mails++;
      String subject = "mail %d for %d".formatted(mails, mailbox.value());
      server.receives(Integer.toString(mails), IdleTest.mail(subject));
    }
  }

  private void requireEachOnce() {
    assertThat(rows()).isEqualTo(mails);
    Set<String> subjects = new HashSet<>();
    query("SELECT subject FROM received_mail", row -> subjects.add(row.getString(1)));
    assertThat(subjects).hasSize(mails);
    query(
        "SELECT count(*) FROM received_mail WHERE state <> 'STORED' OR NOT marked",
        row -> assertThat(row.getLong(1)).isZero());
  }

  private long rows() {
    long[] count = new long[1];
    query("SELECT count(*) FROM received_mail", row -> count[0] = row.getLong(1));
    return count[0];
  }

  /** What is done with a row. */
  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  private void query(String sql, Reader reader) {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
