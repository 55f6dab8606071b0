package org.mailroom.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.Rest;
import org.mailroom.deployed.RunningMailroom;

/**
 * Kill -9 of the running application at each moment of a delivery, under load, by two identities:
 * nothing is lost, what comes twice stays within its bound, and nothing leaves as somebody else.
 */
class TortureIT {
  private static final int MESSAGES = 1_200;
  // of each identity: connections, and with each the group that is not settled and what is under
  // way
  private static final int BOUND_OF_A_KILL = 2 * 4 * (10 + 2);

  @TempDir Path directory;
  private final LedgerSink xpto = new LedgerSink("desk@xpto.example");
  private final LedgerSink company2 = new LedgerSink("desk@company2.example");
  private RunningMailroom mailroom;

  @AfterEach
  void close() {
    if (mailroom != null) {
      mailroom.close();
    }
    xpto.close();
    company2.close();
  }

  @Test
  void nothing_is_lost_on_h2() {
    Books books = new Books("jdbc:h2:file:" + directory.resolve("data").resolve("mailroom"), "sa");
    torture(books, Map.of(), Moment.AFTER_RCPT, Moment.AFTER_DOT, Moment.AFTER_ANSWER);
  }

  @Test
  void nothing_is_lost_on_postgresql() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
      Books books = new Books(postgres.getJdbcUrl("postgres", "postgres"), "postgres");
      Map<String, String> environment =
          Map.of("MAILROOM_DB_URL", books.url(), "MAILROOM_DB_USER", books.user());
      torture(books, environment, Moment.values());
      mailroom.close();
      mailroom = null;
    }
  }

  private void torture(Books books, Map<String, String> environment, Moment... moments) {
    mailroom = RunningMailroom.in(directory, environment);
    Map<LedgerSink, Long> mailboxes = new HashMap<>();
    List.of(xpto, company2).forEach(sink -> mailboxes.put(sink, register(sink)));
    mailroom.close();
    mailboxes.forEach((sink, mailbox) -> books.queue(mailbox, sink.identity(), MESSAGES));

    CountDownLatch[] dead = new CountDownLatch[moments.length];
    for (int i = 0; i < moments.length; i++) {
      dead[i] = new CountDownLatch(1);
      arm(moments[i], dead[i]);
      if (i == 0) {
        mailroom.start();
        resume(mailboxes.get(company2));
        resumeUnderFire(mailboxes.get(xpto));
      } else {
        mailroom.launch(); // it may be killed before it is ready
      }
      await(dead[i], moments[i]);
    }
    mailroom.start();
    Await.until(
        Duration.ofMinutes(4),
        "all are sent",
        () -> mailroom.rest().total("messages?state=SENT") == 2 * MESSAGES);
    mailroom.close();
    judge(books.rows(), mailboxes, moments.length);
  }

  private long register(LedgerSink sink) {
    JsonObject made =
        mailroom
            .rest()
            .create(
                "mailboxes",
                Rest.json()
                    .add("name", sink.identity())
                    .add("type", "OUTPUT")
                    .add("server", "127.0.0.1")
                    .add("port", sink.port())
                    .add("security", "NONE")
                    .add("authentication", "NONE")
                    .add("sender", sink.identity())
                    .add("active", false));
    return made.getJsonNumber("id").longValue();
  }

  private void resume(long mailbox) {
    mailroom.rest().post("mailboxes/" + mailbox + "/resume", Rest.json());
  }

  /** The answer may not come any more: what it lets go may be its end. */
  private void resumeUnderFire(long mailbox) {
    try {
      resume(mailbox);
    } catch (AssertionError killed) {
      assertThat(killed).hasMessageStartingWith("No answer");
    }
  }

  private void arm(Moment moment, CountDownLatch dead) {
    int times = moment == Moment.AFTER_CLAIM ? 1 : 60;
    xpto.arm(
        moment,
        times,
        () -> {
          if (moment == Moment.AFTER_SETTLE) {
            LedgerSink.letSettle();
          }
          mailroom.kill();
          dead.countDown();
        });
  }

  private static void await(CountDownLatch dead, Moment moment) {
    try {
      assertThat(dead.await(2, TimeUnit.MINUTES)).as("killed %s", moment).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void judge(Map<String, Books.Row> rows, Map<LedgerSink, Long> mailboxes, int kills) {
    Set<String> arrived = new HashSet<>();
    int lines = 0;
    for (LedgerSink sink : mailboxes.keySet()) {
      for (LedgerSink.Line line : sink.ledger()) {
        lines++;
        arrived.add(line.messageId());
        assertThat(line.from()).as("the identity of %s", line).isEqualTo(sink.identity());
        assertThat(line.headerFrom()).as("the identity of %s", line).isEqualTo(sink.identity());
        assertThat(rows.get(line.messageId()))
            .as("the row of %s", line)
            .isEqualTo(new Books.Row("SENT", "mailbox:" + mailboxes.get(sink)));
      }
    }
    int twice = lines - arrived.size();
    System.out.printf(
        "torture: %d rows, %d lines, lost %d, twice %d of at most %d in %d kills%n",
        rows.size(), lines, rows.size() - arrived.size(), twice, kills * BOUND_OF_A_KILL, kills);
    assertThat(arrived).isEqualTo(rows.keySet());
    assertThat(twice).isLessThanOrEqualTo(kills * BOUND_OF_A_KILL);
  }
}
