package org.mailroom.delivery;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.outbox.OutboxFixture.mail;
import static org.mailroom.outbox.OutboxFixture.through;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.delivery.smtp.BreakingLine;
import org.mailroom.delivery.smtp.ScriptedSmtp;
import org.mailroom.delivery.smtp.ScriptedSmtp.Received;
import org.mailroom.delivery.smtp.SmtpFixture;
import org.mailroom.installation.TestGate;
import org.mailroom.outbox.Await;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxFixture;
import org.mailroom.outbox.OutboxMessageId;

/** Delivery over lines that break, after more and more bytes until one lasts. */
class BreakingLineTest {
  private static final int MESSAGES = 3;

  private final OutboxFixture outbox = new OutboxFixture(TestDatabase.h2());
  private final KnownAccess access = new KnownAccess();
  private final ScriptedSmtp server = new ScriptedSmtp();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Dispatcher dispatcher = Dispatchers.over(outbox, access, TestGate.open());
  private int mailbox;

  @BeforeEach
  void start() {
    dispatcher.start(threads);
  }

  @AfterEach
  void stop() {
    server.close();
    dispatcher.stop();
    threads.shutdownNow();
    outbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "CLIENT, false, 101",
    "SERVER, false, 13",
    "CLIENT, true, 101",
    "SERVER, true, 13",
  })
  void nothing_is_lost_and_only_what_was_unanswered_comes_twice(
      BreakingLine.Side counted, boolean pipelining, int step) {
    if (pipelining) {
      server.offers("PIPELINING");
    }
    int breaks = 0;
    while (breaksAfter(counted, breaks * step)) {
      breaks++;
    }
    assertThat(breaks).as("a dialogue that broke at many places").isGreaterThan(10);
  }

  private boolean breaksAfter(BreakingLine.Side counted, int bytes) {
    server.ledger.clear();
    mailbox++;
    try (BreakingLine line = new BreakingLine(server.port(), counted, bytes)) {
      access.add(SmtpFixture.account(mailbox, line.port()));
      List<OutboxMessageId> ids = IntStream.range(0, MESSAGES).mapToObj(this::enqueue).toList();
      dispatcher.tick();
      Await.until("all are sent", () -> haveLeft(ids));
      assertLedger("broken after %d bytes of the %s".formatted(bytes, counted));
      return line.isBroken();
    }
  }

  private OutboxMessageId enqueue(int number) {
    return outbox.enqueue(
        mail(through(mailbox, "desk@xpto.example"), "c%d@client.example".formatted(number)));
  }

  // time passes only while nobody is at it: no lease runs out
  private boolean haveLeft(List<OutboxMessageId> ids) {
    List<MessageState> states = ids.stream().map(outbox::state).distinct().toList();
    if (!states.contains(MessageState.SENDING)) {
      outbox.clock.pass(Duration.ofMinutes(1));
      dispatcher.tick();
    }
    return states.equals(List.of(MessageState.SENT));
  }

  private void assertLedger(String when) {
    Map<List<String>, List<Received>> byRecipient =
        server.ledger.stream().collect(groupingBy(Received::to));
    assertThat(byRecipient).as(when).hasSize(MESSAGES);
    assertThat(byRecipient.values())
        .as(when)
        .allSatisfy(
            copies -> assertThat(copies).allMatch(copy -> isSame(copy.data(), copies.get(0))));
    assertThat(server.ledger).as(when).hasSizeLessThanOrEqualTo(MESSAGES + 1);
  }

  private static boolean isSame(byte[] data, Received other) {
    return Arrays.equals(data, other.data());
  }
}
