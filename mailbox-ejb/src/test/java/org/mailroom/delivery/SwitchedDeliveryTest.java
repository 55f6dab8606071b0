package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.outbox.OutboxFixture.mail;
import static org.mailroom.outbox.OutboxFixture.through;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.delivery.smtp.ScriptedSmtp;
import org.mailroom.delivery.smtp.SmtpFixture;
import org.mailroom.environment.NodeId;
import org.mailroom.installation.TestGate;
import org.mailroom.outbox.Await;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxFixture;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.Route;
import org.mailroom.switches.MailSwitches;
import org.mailroom.switches.SwitchWatch;

/** All mail off, and everything to one address: with a real database and a real socket. */
class SwitchedDeliveryTest {
  private static final Route XPTO = through(1, "desk@xpto.example");
  private static final String ANA = "ana@client.example";
  private static final String BOB = "bob@client.example";
  private static final String TESTERS = "testers@mailroom.example";

  private final OutboxFixture outbox = new OutboxFixture(TestDatabase.h2());
  private final KnownAccess access = new KnownAccess();
  private final ScriptedSmtp server = new ScriptedSmtp();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private Dispatcher dispatcher;

  @BeforeEach
  void start() {
    access.add(SmtpFixture.account(1, server.port()));
    dispatcher = dispatcher("node-1", outbox.switches);
    dispatcher.start(threads);
  }

  private Dispatcher dispatcher(String node, SwitchWatch watch) {
    Dispatcher made = Dispatchers.over(outbox, access, TestGate.open());
    made.node = new NodeId(node);
    made.switches = watch;
    return made;
  }

  @AfterEach
  void stop() {
    server.close();
    dispatcher.stop();
    threads.shutdownNow();
    outbox.close();
  }

  @Test
  void what_is_queued_when_mail_is_turned_off_stands_still_and_leaves_when_it_is_on_again() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    off();
    dispatcher.tick();
    outbox.clock.pass(Duration.ofDays(7));
    dispatcher.tick();

    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.get(id).attempts()).isZero();
    assertThat(server.connected()).isZero();

    on();
    dispatcher.tick();
    await(id, MessageState.SENT);
    assertThat(server.ledger).hasSize(1);
  }

  @Test
  void what_is_queued_while_mail_is_off_is_suppressed_until_a_person_queues_it() {
    Instant before = outbox.clock.instant();
    off();
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    OutboxMessageId homeless = outbox.enqueue(mail(Route.none(), ANA));
    assertThat(outbox.state(id)).isEqualTo(MessageState.SUPPRESSED);
    assertThat(outbox.state(homeless)).isEqualTo(MessageState.SUPPRESSED);
    assertThat(outbox.raw(id)).isNotEmpty();
    assertThat(outbox.get(id).explanation()).contains("All mail is off: a loop");

    on();
    dispatcher.tick();
    assertThat(outbox.state(id)).isEqualTo(MessageState.SUPPRESSED);
    assertThat(outbox.<Long>call(it -> it.suppressed(before))).isEqualTo(2);
    assertThat(outbox.<Long>call(it -> it.suppressed(before.plusSeconds(1)))).isZero();

    assertThat(outbox.<Integer>call(it -> it.queueSuppressed(before, 10))).isEqualTo(2);
    dispatcher.tick();
    await(id, MessageState.SENT);
    assertThat(outbox.state(homeless)).isEqualTo(MessageState.HELD);
    assertThat(outbox.history(id)).anyMatch(it -> it.words().contains("queued by ana"));
  }

  @Test
  void a_batch_that_is_running_when_mail_is_turned_off_ends_after_the_message_on_the_wire() {
    server.on("DATA", "354 go on").once(".", ScriptedSmtp.HANG);
    for (int i = 0; i < 20; i++) {
      outbox.enqueue(mail(XPTO, ANA));
    }
    dispatcher.tick();
    Await.until("one is on the wire", () -> server.commands.contains("DATA"));
    long begun = begun();
    off();
    server.close();
    dispatcher.tick();

    Await.until("the rest is given back", () -> count(MessageState.SENDING) == 0);
    assertThat(begun()).isEqualTo(begun);
    assertThat(count(MessageState.QUEUED)).isGreaterThanOrEqualTo(20 - begun);
  }

  private long begun() {
    return server.commands.stream().filter(line -> line.startsWith("MAIL")).count();
  }

  @Test
  void another_node_obeys_within_a_second() {
    SwitchWatch elsewhere = outbox.switchboard.elsewhere();
    assertThat(elsewhere.now().isOff()).isFalse();
    off();
    outbox.clock.pass(Duration.ofSeconds(1));
    outbox.enqueue(mail(XPTO, ANA));
    Dispatcher other = dispatcher("node-2", elsewhere);
    other.start(threads);
    other.tick();

    other.stop();
    assertThat(server.connected()).isZero();
  }

  @Test
  void diverted_mail_reaches_the_testers_only_and_tells_whom_it_was_for() {
    divert();
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB));
    dispatcher.tick();

    await(id, MessageState.SENT);
    assertThat(server.ledger).hasSize(1);
    assertThat(server.ledger.get(0).to()).containsExactly(TESTERS);
    String sent = new String(server.ledger.get(0).data(), StandardCharsets.US_ASCII);
    assertThat(sent)
        .contains("Subject: [to ana@client.example +1] Printer on fire\r\n")
        .contains("To: ana@client.example, bob@client.example\r\n")
        .contains("X-Mailroom-Original-To: ana@client.example, bob@client.example\r\n");
    OutboxMessageView message = outbox.get(id);
    assertThat(message.to()).containsExactly(ANA, BOB);
    assertThat(message.divertedTo()).isEqualTo(TESTERS);
    assertThat(message.lastReply())
        .startsWith("Went to testers@mailroom.example instead of ana@client.example, bob@");
    assertThat(outbox.history(id)).anyMatch(it -> it.words().startsWith("Went to " + TESTERS));
  }

  @Test
  void what_was_queued_before_is_diverted_too_with_its_bytes_as_they_were() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    byte[] raw = outbox.raw(id);
    divert();
    dispatcher.tick();

    await(id, MessageState.SENT);
    assertThat(server.ledger.get(0).to()).containsExactly(TESTERS);
    assertThat(server.ledger.get(0).data()).isEqualTo(raw);
    assertThat(outbox.get(id).divertedTo()).isEqualTo(TESTERS);
  }

  @Test
  void when_it_ends_nothing_that_was_made_for_testers_goes_to_its_recipients() {
    divert();
    OutboxMessageId sent = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();
    await(sent, MessageState.SENT);
    OutboxMessageId waiting = outbox.enqueue(mail(XPTO, BOB));
    outbox.switchboard.turn(MailSwitches::sendToRecipients);
    dispatcher.tick();

    await(waiting, MessageState.SENT);
    assertThat(server.ledger).hasSize(2).allMatch(m -> m.to().equals(List.of(TESTERS)));
    OutboxMessageId later = outbox.enqueue(mail(XPTO, BOB));
    dispatcher.tick();
    await(later, MessageState.SENT);
    assertThat(server.ledger.get(2).to()).containsExactly(BOB);
    assertThat(outbox.get(later).divertedTo()).isNull();
  }

  @Test
  void what_the_testers_server_puts_off_waits_for_all_its_recipients() {
    server.once("RCPT", "450 4.2.0 greylisted");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB));
    divert();
    dispatcher.tick();
    Await.until("tried", () -> outbox.get(id).attempts() == 1);
    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.get(id).divertedTo()).isNull();

    // it never reached the testers, so it is its recipients' again
    outbox.switchboard.turn(MailSwitches::sendToRecipients);
    outbox.clock.pass(Duration.ofMinutes(2));
    dispatcher.tick();
    await(id, MessageState.SENT);
    assertThat(server.ledger.get(0).to()).containsExactly(ANA, BOB);
  }

  private void off() {
    outbox.switchboard.turn(switches -> switches.turnMailOff("a loop"));
  }

  private void on() {
    outbox.switchboard.turn(MailSwitches::turnMailOn);
  }

  private void divert() {
    outbox.switchboard.turn(switches -> switches.sendAllTo(TESTERS, "a test system"));
  }

  private void await(OutboxMessageId id, MessageState state) {
    Await.until("message is " + state, () -> outbox.state(id) == state);
  }

  private long count(MessageState state) {
    return outbox.counts().getOrDefault(state, 0L);
  }
}
