package org.mailroom.torture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.Rest;
import org.mailroom.deployed.RunningMailroom;

/**
 * Kill -9 of the running application and of its database at each moment of a delivery, under load,
 * by two identities: nothing is lost, what comes twice stays within its bound, and nothing leaves
 * as somebody else. {@code bench/torture} runs the long form, with kills at random.
 */
class TortureIT {
  private static final int MESSAGES = Integer.getInteger("mailroom.torture.messages", 1_200);
  private static final int KILLS = Integer.getInteger("mailroom.torture.kills", 0);
  private static final long SEED = Long.getLong("mailroom.torture.seed", System.nanoTime());
  private static final int USUAL_TIMES = 60;

  // of each identity: connections, and with each the group that is not settled and what is under
  // way
  private static final int BOUND_OF_A_KILL = 2 * 4 * (10 + 2);

  @TempDir Path directory;
  private final LedgerSink xpto = new LedgerSink("desk@xpto.example");
  private final LedgerSink company2 = new LedgerSink("desk@company2.example");
  private final Map<LedgerSink, Long> mailboxes = new HashMap<>();
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
    List<Blow> blows = blows(Moment.AFTER_RCPT, Moment.AFTER_DOT, Moment.AFTER_ANSWER);
    queue(books, Map.of());
    kill(blows);
    judge(books, blows.size());
  }

  @Test
  void nothing_is_lost_on_postgresql() {
    try (MortalPostgres postgres = new MortalPostgres(directory.resolve("postgres"))) {
      List<Blow> blows = blows(Moment.values());
      queue(postgres.books(), postgres.environment());
      kill(blows);
      judge(postgres.books(), blows.size());
    }
  }

  @Test
  void nothing_is_lost_when_postgresql_is_killed() {
    try (MortalPostgres postgres = new MortalPostgres(directory.resolve("postgres"))) {
      List<Blow> blows = blows(Moment.AFTER_DOT, Moment.AFTER_ANSWER);
      queue(postgres.books(), postgres.environment());
      CountDownLatch killed = new CountDownLatch(blows.size());
      killDatabase(postgres, blows.iterator(), killed);
      mailroom.start();
      resumeAll();
      await(killed, "PostgreSQL killed");
      judge(postgres.books(), blows.size());
    }
  }

  // the next blow is ready before the database is: there may be little left to deliver
  private void killDatabase(MortalPostgres postgres, Iterator<Blow> blows, CountDownLatch killed) {
    arm(
        blows.next(),
        () -> {
          postgres.kill();
          if (blows.hasNext()) {
            killDatabase(postgres, blows, killed);
          }
          postgres.start();
          killed.countDown();
        });
  }

  /** Node and database both know that its time is over; only its own words come late. */
  @Test
  @Tag("long")
  void a_node_that_sleeps_past_its_lease_overwrites_nothing() {
    try (MortalPostgres postgres = new MortalPostgres(directory.resolve("postgres"))) {
      Map<String, String> environment = new HashMap<>(postgres.environment());
      environment.put("MAILROOM_INSTALLATION_ID", "torture");
      queue(postgres.books(), environment);
      mailroom.start();
      CountDownLatch asleep = arm(usual(Moment.AFTER_DOT), mailroom::sleep);
      resumeAll();
      await(asleep, "asleep");
      try (RunningMailroom other = RunningMailroom.in(neighbour(), environment)) {
        awaitAllSent(other);
        mailroom.wake();
        awaitAllSent(mailroom);
      }
      judge(postgres.books(), 1);
    }
  }

  /** The directory of a second node, which needs the master key of the first. */
  private Path neighbour() {
    Path data = directory.resolve("neighbour").resolve("data");
    try {
      Files.createDirectories(data);
      Files.copy(mailroom.data().resolve("master.key"), data.resolve("master.key"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data.getParent();
  }

  /** What befalls it: at the moment that has come so many times. */
  private record Blow(Moment moment, int times) {}

  private static List<Blow> blows(Moment... moments) {
    if (KILLS == 0) {
      return Stream.of(moments).map(TortureIT::usual).toList();
    }
    System.out.printf("torture: -Dmailroom.torture.seed=%d%n", SEED);
    Random random = new Random(SEED);
    return random
        .ints(KILLS, 1, MESSAGES / KILLS)
        .mapToObj(times -> new Blow(moments[random.nextInt(moments.length)], times))
        .toList();
  }

  private static Blow usual(Moment moment) {
    return new Blow(moment, moment == Moment.AFTER_CLAIM ? 1 : USUAL_TIMES);
  }

  private void queue(Books books, Map<String, String> environment) {
    mailroom = RunningMailroom.in(directory, environment);
    List.of(xpto, company2).forEach(sink -> mailboxes.put(sink, register(sink)));
    mailroom.close();
    mailboxes.forEach((sink, mailbox) -> books.queue(mailbox, sink.identity(), MESSAGES));
  }

  private void kill(List<Blow> blows) {
    mailroom.start();
    resume(mailboxes.get(company2));
    for (int i = 0; i < blows.size(); i++) {
      CountDownLatch dead = arm(blows.get(i), mailroom::kill);
      if (i == 0) {
        resumeUnderFire(mailboxes.get(xpto));
      }
      await(dead, blows.get(i).toString());
      mailroom.launch(); // it may be killed before it is ready
    }
    mailroom.awaitReady();
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
    assertThat(askToResume(mailbox).status()).isEqualTo(200);
  }

  private Rest.Answer askToResume(long mailbox) {
    return mailroom.rest().post("mailboxes/" + mailbox + "/resume", Rest.json());
  }

  // the one that the blow comes from is the last: after it nothing may be answered any more
  private void resumeAll() {
    resume(mailboxes.get(company2));
    resumeUnderFire(mailboxes.get(xpto));
  }

  /** The answer may not come any more: what it lets go may be its end. */
  private void resumeUnderFire(long mailbox) {
    try {
      askToResume(mailbox);
    } catch (AssertionError killed) {
      assertThat(killed).hasMessageStartingWith("No answer");
    }
  }

  private CountDownLatch arm(Blow blow, Runnable strike) {
    CountDownLatch struck = new CountDownLatch(1);
    xpto.arm(
        blow.moment(),
        blow.moment() == Moment.AFTER_CLAIM ? 1 : blow.times(),
        () -> {
          if (blow.moment() == Moment.AFTER_SETTLE) {
            LedgerSink.letSettle();
          }
          strike.run();
          struck.countDown();
        });
    return struck;
  }

  private static void await(CountDownLatch struck, String what) {
    try {
      assertThat(struck.await(3, TimeUnit.MINUTES)).as(what).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitAllSent(RunningMailroom mailroom) {
    Await.until(Duration.ofMinutes(6), "all are sent", () -> sent(mailroom) == 2 * MESSAGES);
  }

  // it may not answer while it finds its database again
  private static int sent(RunningMailroom mailroom) {
    try {
      return mailroom.rest().total("messages?state=SENT");
    } catch (AssertionError | RuntimeException notYet) {
      return 0;
    }
  }

  private void judge(Books books, int kills) {
    awaitAllSent(mailroom);
    mailroom.close();
    Map<String, Books.Row> rows = books.rows();
    mailroom = null;
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
