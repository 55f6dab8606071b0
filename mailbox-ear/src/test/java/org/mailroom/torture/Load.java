package org.mailroom.torture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.Rest;
import org.mailroom.deployed.RunningMailroom;

/**
 * An outbox full of mail of two identities, the application that sends it, the servers that write
 * down what arrives, and the verdict.
 */
final class Load implements AutoCloseable {
  static final int MESSAGES = Integer.getInteger("mailroom.torture.messages", 1_200);

  // of each identity: connections, and with each the group that is not settled and what is under
  // way
  private static final int BOUND_OF_A_BLOW = 2 * 4 * (10 + 2);

  private final Books books;
  private final LedgerSink xpto = new LedgerSink("desk@xpto.example");
  private final LedgerSink company2 = new LedgerSink("desk@company2.example");
  private final Map<LedgerSink, Long> mailboxes = new HashMap<>();
  private final RunningMailroom mailroom;

  private Load(Path directory, Books books, Map<String, String> environment) {
    this.books = books;
    mailroom = RunningMailroom.in(directory, environment);
    Stream.of(xpto, company2).forEach(sink -> mailboxes.put(sink, register(sink)));
    mailroom.close();
    mailboxes.forEach((sink, mailbox) -> books.queue(mailbox, sink.identity(), MESSAGES));
  }

  /** Waits in the database that the application makes for itself; the application is stopped. */
  static Load onH2(Path directory, Map<String, String> environment) {
    Path data = directory.resolve("data").resolve("mailroom");
    return new Load(directory, new Books("jdbc:h2:file:" + data, "sa"), environment);
  }

  /** Waits in PostgreSQL; the application is stopped. */
  static Load on(MortalPostgres postgres, Path directory, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(postgres.environment());
    all.putAll(environment);
    return new Load(directory, postgres.books(), all);
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

  RunningMailroom mailroom() {
    return mailroom;
  }

  /** Lets the mail go. The identity that {@link #arm blows} come from is the last. */
  void resume() {
    assertThat(askToResume(company2).status()).isEqualTo(200);
    try {
      askToResume(xpto);
    } catch (AssertionError struck) {
      // the answer may not come any more: what it lets go may be the end
      assertThat(struck).hasMessageStartingWith("No answer");
    }
  }

  private Rest.Answer askToResume(LedgerSink sink) {
    return mailroom.rest().post("mailboxes/" + mailboxes.get(sink) + "/resume", Rest.json());
  }

  /** Strikes at its moment; the latch opens when it has struck. */
  CountDownLatch arm(Blow blow, Runnable strike) {
    CountDownLatch struck = new CountDownLatch(1);
    xpto.arm(
        blow.moment(),
        blow.times(),
        () -> {
          if (blow.moment() == Moment.AFTER_SETTLE) {
            LedgerSink.letSettle();
          }
          strike.run();
          struck.countDown();
        });
    return struck;
  }

  static void await(CountDownLatch struck, String what) {
    try {
      assertThat(struck.await(10, TimeUnit.MINUTES)).as(what).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many messages have arrived, those that came twice counted twice. */
  int arrived() {
    return ledger().size();
  }

  private List<LedgerSink.Line> ledger() {
    return Stream.of(xpto, company2).map(LedgerSink::ledger).flatMap(List::stream).toList();
  }

  static void awaitAllSent(RunningMailroom mailroom) {
    Await.until(Duration.ofMinutes(15), "all are sent", () -> sent(mailroom) == 2 * MESSAGES);
  }

  // it may not answer while it finds its database again
  private static int sent(RunningMailroom mailroom) {
    try {
      return mailroom.rest().total("messages?state=SENT");
    } catch (AssertionError | RuntimeException notYet) {
      return 0;
    }
  }

  /** Waits until all are sent, and holds the rows against what has arrived. */
  void judge(int blows) {
    awaitAllSent(mailroom);
    mailroom.close();
    Map<String, Books.Row> rows = books.rows();
    mailboxes.forEach((sink, mailbox) -> judge(sink, "mailbox:" + mailbox, rows));
    Set<String> arrived = new HashSet<>();
    ledger().forEach(line -> arrived.add(line.messageId()));
    int twice = arrived() - arrived.size();
    System.out.printf(
        "torture: %d rows, %d lines, lost %d, twice %d of at most %d in %d blows%n",
        rows.size(),
        arrived(),
        rows.size() - arrived.size(),
        twice,
        blows * BOUND_OF_A_BLOW,
        blows);
    assertThat(arrived).isEqualTo(rows.keySet());
    assertThat(twice).isLessThanOrEqualTo(blows * BOUND_OF_A_BLOW);
  }

  private static void judge(LedgerSink sink, String lane, Map<String, Books.Row> rows) {
    for (LedgerSink.Line line : sink.ledger()) {
      assertThat(line.from()).as("the identity of %s", line).isEqualTo(sink.identity());
      assertThat(line.headerFrom()).as("the identity of %s", line).isEqualTo(sink.identity());
      assertThat(rows.get(line.messageId()))
          .as("the row of %s", line)
          .isEqualTo(new Books.Row("SENT", lane));
    }
  }

  @Override
  public void close() {
    mailroom.close();
    xpto.close();
    company2.close();
  }
}
