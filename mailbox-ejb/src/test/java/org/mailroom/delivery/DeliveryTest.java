package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.outbox.OutboxFixture.mail;
import static org.mailroom.outbox.OutboxFixture.through;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.delivery.smtp.ScriptedSmtp;
import org.mailroom.delivery.smtp.SmtpFixture;
import org.mailroom.installation.InstallationGate;
import org.mailroom.installation.TestGate;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxResumed;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.SendingPolicy;
import org.mailroom.mailbox.SendingPolicy.AfterLoss;
import org.mailroom.outbox.Await;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageQueued;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxFixture;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.Route;

/** Delivery from the outbox to servers, with a real database and real sockets. */
class DeliveryTest {
  private static final Route XPTO = through(1, "desk@xpto.example");
  private static final Route COMPANY2 = through(2, "desk@company2.example");
  private static final String ANA = "ana@client.example";
  private static final String BOB = "bob@client.example";

  private final OutboxFixture outbox = new OutboxFixture(TestDatabase.h2());
  private final KnownAccess access = new KnownAccess();
  private final ScriptedSmtp xpto = new ScriptedSmtp();
  private final ScriptedSmtp company2 = new ScriptedSmtp();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private InstallationGate gate = TestGate.open();
  private Dispatcher dispatcher;

  @BeforeEach
  void start() {
    access.add(SmtpFixture.account(1, xpto.port()));
    access.add(SmtpFixture.account(2, company2.port()));
    dispatcher = dispatcher();
    dispatcher.start(threads);
  }

  private Dispatcher dispatcher() {
    return Dispatchers.over(outbox, access, gate);
  }

  @AfterEach
  void stop() {
    xpto.close();
    company2.close();
    dispatcher.stop();
    threads.shutdownNow();
    outbox.close();
  }

  @Test
  void each_message_leaves_once_through_its_own_mailbox() {
    for (int i = 0; i < 50; i++) {
      outbox.enqueue(mail(XPTO, "x%d@client.example".formatted(i)));
      outbox.enqueue(mail(COMPANY2, "c%d@client.example".formatted(i)));
    }
    dispatcher.tick();

    awaitCount(MessageState.SENT, 100);
    assertThat(xpto.ledger).hasSize(50).allMatch(m -> m.from().equals("desk@xpto.example"));
    assertThat(company2.ledger).hasSize(50).allMatch(m -> m.from().equals("desk@company2.example"));
    assertThat(xpto.ledger).extracting(m -> m.to().get(0)).doesNotHaveDuplicates();
    assertThat(xpto.connected()).isLessThanOrEqualTo(3);
  }

  @Test
  void nothing_leaves_while_the_database_may_be_a_copy() {
    dispatcher.stop();
    gate = TestGate.shut();
    dispatcher = dispatcher();
    dispatcher.start(Runnable::run);
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));

    dispatcher.tick();
    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
    assertThat(xpto.connected()).isZero();

    TestGate.open(gate);
    dispatcher.tick();
    await(id, MessageState.SENT);
  }

  @Test
  void a_provider_gets_no_more_in_a_minute_than_it_takes() {
    access.limit(1, 30, 2);
    for (int i = 0; i < 40; i++) {
      outbox.enqueue(mail(XPTO, "x%d@client.example".formatted(i)));
      outbox.enqueue(mail(COMPANY2, "c%d@client.example".formatted(i)));
    }
    dispatcher.tick();

    awaitCount(MessageState.SENT, 45); // five of the one, all of the other
    dispatcher.tick();
    assertThat(xpto.ledger).hasSize(5);
    for (int part = 2; part <= 6; part++) {
      outbox.clock.pass(Duration.ofSeconds(10));
      dispatcher.tick();
      awaitCount(MessageState.SENT, 40 + 5 * part);
    }
    assertThat(xpto.ledger).hasSize(30);
    assertThat(xpto.connected()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_mailbox_that_rests_goes_on_at_once_when_a_person_has_seen_to_it() {
    access.add(SmtpFixture.account(1, xpto.port(), Security.NONE, Optional.of("wrong")));
    xpto.once("AUTH", "535 5.7.8 wrong password");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();
    awaitRefusal(1, id);
    dispatcher.tick(); // it rests for a minute
    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);

    dispatcher.resumed(new MailboxResumed(new MailboxId(1)));
    await(id, MessageState.SENT);
  }

  @Test
  void a_committed_message_leaves_at_once() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.queued(new MessageQueued(Lane.of(new MailboxId(1))));

    await(id, MessageState.SENT);
    assertThat(outbox.get(id).lastReply()).isEqualTo("250 queued as 1");
    awaitReports(1);
    assertThat(access.reports).containsExactly("1 OK");
  }

  @Test
  void a_passing_refusal_is_tried_again_with_the_same_bytes() {
    xpto.once(".", "451 4.3.0 try later");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    byte[] raw = outbox.raw(id);
    dispatcher.tick();
    awaitAttempts(id, 1);
    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.get(id).lastReply()).isEqualTo("451 4.3.0 try later");

    dispatcher.tick();
    assertThat(outbox.get(id).attempts()).isOne();
    outbox.clock.pass(Duration.ofSeconds(67));
    dispatcher.tick();
    await(id, MessageState.SENT);
    assertThat(xpto.ledger).hasSize(1);
    assertThat(xpto.ledger.get(0).data()).isEqualTo(raw);
  }

  @Test
  void a_refusal_for_good_fails_the_message_at_once() {
    xpto.on("RCPT", "550 5.1.1 no such user");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();

    await(id, MessageState.FAILED);
    OutboxMessageView message = outbox.get(id);
    assertThat(message.lastReply()).isEqualTo("550 5.1.1 no such user");
    assertThat(message.nextAttempt()).isNull();
    awaitReports(2);
    assertThat(access.reports).containsExactly("1 OK", "1 MESSAGE");
  }

  @Test
  void only_who_was_put_off_is_tried_again() {
    xpto.once("RCPT TO:<" + ANA, "450 4.2.0 greylisted");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB));
    dispatcher.tick();
    awaitAttempts(id, 1);
    outbox.clock.pass(Duration.ofMinutes(2));
    dispatcher.tick();

    await(id, MessageState.SENT);
    assertThat(xpto.ledger).hasSize(2);
    assertThat(xpto.ledger.get(0).to()).containsExactly(BOB);
    assertThat(xpto.ledger.get(1).to()).containsExactly(ANA);
    assertThat(xpto.ledger.get(0).data()).isEqualTo(xpto.ledger.get(1).data());
  }

  @Test
  void after_a_day_of_refusals_it_has_failed() {
    xpto.on("MAIL", "451 4.3.0 try later");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
      dispatcher.tick();
      awaitAttempts(id, attempt);
      outbox.clock.pass(Duration.ofHours(6));
    }

    assertThat(outbox.state(id)).isEqualTo(MessageState.FAILED);
  }

  @Test
  void lost_after_the_dot_it_is_sent_again_with_the_same_message_id() {
    xpto.once(".", ScriptedSmtp.DROP);
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();
    await(id, MessageState.UNCERTAIN);

    outbox.clock.pass(Duration.ofMinutes(2));
    dispatcher.tick();
    await(id, MessageState.SENT);
    assertThat(xpto.ledger).hasSize(2);
    assertThat(xpto.ledger.get(0).data()).isEqualTo(xpto.ledger.get(1).data());
  }

  @Test
  void it_is_given_up_when_its_mailbox_says() {
    access.add(SmtpFixture.account(1, xpto.port(), policy(AfterLoss.RETRY, 120)));
    xpto.on("MAIL", "451 4.3.0 try later");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    for (int attempt = 1; attempt <= 5; attempt++) {
      dispatcher.tick();
      awaitAttempts(id, attempt);
      outbox.clock.pass(Duration.ofHours(6));
    }

    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
  }

  @Test
  void lost_after_the_dot_it_waits_for_a_person_where_the_mailbox_says_so() {
    access.add(SmtpFixture.account(1, xpto.port(), policy(AfterLoss.ASK, null)));
    xpto.once(".", ScriptedSmtp.DROP);
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();
    await(id, MessageState.UNCERTAIN);
    outbox.clock.pass(Duration.ofDays(1));
    dispatcher.tick();
    assertThat(outbox.get(id).nextAttempt()).isNull();
    assertThat(xpto.ledger).hasSize(1);

    outbox.run(o -> o.retry(id));
    dispatcher.tick();
    await(id, MessageState.SENT);
    assertThat(xpto.ledger.get(0).data()).isEqualTo(xpto.ledger.get(1).data());
  }

  private static SendingPolicy policy(AfterLoss afterLoss, Integer giveUpAfterHours) {
    return new SendingPolicy(null, null, afterLoss, giveUpAfterHours, null);
  }

  @Test
  void what_waits_for_a_limit_says_so_when_it_is_due() {
    access.limit(1, 6, 1);
    outbox.enqueue(mail(XPTO, ANA));
    outbox.enqueue(mail(XPTO, BOB));
    dispatcher.tick();
    awaitCount(MessageState.SENT, 1);
    Await.until(
        "it says so",
        () -> {
          dispatcher.tick();
          return access.reports.stream().anyMatch(report -> report.startsWith("1 LIMITED"));
        });
    assertThat(xpto.ledger).hasSize(1);
  }

  @Test
  void a_refused_log_in_pauses_the_mailbox_and_costs_the_mail_nothing() {
    access.add(SmtpFixture.account(1, xpto.port(), Security.NONE, Optional.of("wrong")));
    xpto.on("AUTH", "535 5.7.8 wrong password");
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();
    awaitRefusal(1, id);
    dispatcher.tick(); // a minute has to pass first
    outbox.clock.pass(Duration.ofMinutes(1));
    dispatcher.tick();
    awaitRefusal(2, id);
    outbox.clock.pass(Duration.ofMinutes(5));
    dispatcher.tick();
    awaitReports(3);

    assertThat(access.reports).containsExactly("1 LOGIN", "1 LOGIN", "1 LOGIN");
    assertThat(access.paused(1)).isTrue();
    outbox.clock.pass(Duration.ofDays(2));
    dispatcher.tick();
    Await.until("given back", () -> outbox.state(id) == MessageState.QUEUED);
    assertThat(outbox.get(id).attempts()).isZero();

    xpto.asUsual();
    access.add(SmtpFixture.account(1, xpto.port(), Security.NONE, Optional.of("right")));
    dispatcher.tick();
    await(id, MessageState.SENT);
  }

  @Test
  void a_refused_token_is_replaced_once_and_the_mail_leaves() {
    takesToken("t-2");
    access.add(SmtpFixture.byToken(1, xpto.port(), "t-1"));
    access.renew(SmtpFixture.byToken(1, xpto.port(), "t-2"));
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();

    await(id, MessageState.SENT);
    awaitReports(1);
    assertThat(access.reports).containsExactly("1 OK");
    assertThat(xpto.ledger).hasSize(1);
    assertThat(signIns()).isEqualTo(2);
  }

  @Test
  void a_second_refused_token_is_a_refused_log_in() {
    takesToken("t-3");
    access.add(SmtpFixture.byToken(1, xpto.port(), "t-1"));
    access.renew(SmtpFixture.byToken(1, xpto.port(), "t-2"));
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    dispatcher.tick();
    awaitReports(1);

    assertThat(access.reports).containsExactly("1 LOGIN");
    Await.until("given back", () -> outbox.state(id) == MessageState.QUEUED);
    assertThat(outbox.get(id).attempts()).isZero();
    assertThat(signIns()).isEqualTo(2);
  }

  private void takesToken(String token) {
    String words = "user=desk\u0001auth=Bearer " + token + "\u0001\u0001";
    String good = Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    xpto.on("EHLO", "250-scripted\r\n250 AUTH XOAUTH2")
        .on("AUTH XOAUTH2 " + good, "235 welcome")
        .on("AUTH", "535 5.7.8 no such token");
  }

  private long signIns() {
    return xpto.commands.stream().filter(line -> line.startsWith("AUTH")).count();
  }

  @Test
  void a_hanging_server_delays_no_other_mailbox() {
    xpto.on("MAIL", ScriptedSmtp.HANG);
    for (int i = 0; i < 40; i++) {
      outbox.enqueue(mail(XPTO, ANA));
    }
    dispatcher.tick();
    Await.until("hangs", () -> xpto.commands.stream().anyMatch(c -> c.startsWith("MAIL")));
    OutboxMessageId healthy = outbox.enqueue(mail(COMPANY2, BOB));
    dispatcher.tick();
    await(healthy, MessageState.SENT);

    awaitReports(1);
    assertThat(access.reports).containsExactly("2 OK");
    assertThat(xpto.connected()).isOne();
  }

  @Test
  void a_server_that_is_not_there_is_left_alone_after_the_second_time() {
    xpto.close();
    for (int i = 0; i < 40; i++) {
      outbox.enqueue(mail(XPTO, ANA));
    }
    dispatcher.tick();
    awaitReports(2);
    dispatcher.tick();
    dispatcher.tick();

    awaitCount(MessageState.QUEUED, 40);
    assertThat(access.reports).containsExactly("1 NETWORK", "1 NETWORK");
  }

  @Test
  void what_a_killed_node_held_it_takes_back_when_it_starts_again() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    outbox
        .queue()
        .claim(
            Lane.of(new MailboxId(1)),
            1,
            new Lease("node-1", "before", outbox.clock.instant().plusSeconds(120)));
    dispatcher.tick();
    assertThat(outbox.state(id)).isEqualTo(MessageState.SENDING);

    Dispatcher restarted = dispatcher();
    restarted.start(threads);
    restarted.tick();
    await(id, MessageState.SENT);
    restarted.stop();
  }

  @Test
  void what_a_dead_node_held_another_takes_over_when_its_lease_ends() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    outbox
        .queue()
        .claim(
            Lane.of(new MailboxId(1)),
            1,
            new Lease("node-2", "dead", outbox.clock.instant().plusSeconds(120)));
    outbox.clock.pass(Duration.ofSeconds(121));
    dispatcher.tick();

    await(id, MessageState.SENT);
  }

  @Test
  void the_mail_session_sends_what_has_no_mailbox() {
    outbox.variables.putAll(
        Map.of(
            "MAILROOM_MAIL_HOST", "127.0.0.1",
            "MAILROOM_MAIL_PORT", Integer.toString(xpto.port()),
            "MAILROOM_MAIL_SECURITY", "NONE",
            "MAILROOM_MAIL_FROM", "support@mailroom.example"));
    Route session = Route.throughSession(new EmailAddress("support@mailroom.example"), "");
    OutboxMessageId id = outbox.enqueue(mail(session, ANA));
    dispatcher.tick();

    await(id, MessageState.SENT);
    assertThat(xpto.ledger.get(0).from()).isEqualTo("support@mailroom.example");
    assertThat(access.reports).isEmpty();
  }

  @Test
  void mail_held_for_want_of_an_outbox_leaves_when_there_is_one() {
    OutboxMessageId id = outbox.enqueue(mail(Route.none(), ANA));
    dispatcher.tick();
    assertThat(outbox.state(id)).isEqualTo(MessageState.HELD);

    outbox.mailboxes.add(2, "Default", "desk@company2.example", true);
    outbox.clock.pass(Duration.ofSeconds(5));
    dispatcher.tick();
    await(id, MessageState.SENT);
    assertThat(company2.ledger).hasSize(1);
  }

  @Test
  void what_a_person_waits_for_does_not_wait_for_a_long_queue() {
    AtomicInteger others = new AtomicInteger();
    xpto.on("RCPT TO:<" + ANA, line -> afterForty(others));
    for (int i = 0; i < 200; i++) {
      outbox.enqueue(mail(XPTO, ANA));
    }
    OutboxMessageId persons = outbox.enqueue(OutboxFixture.urgent(XPTO, BOB));
    dispatcher.tick();

    await(persons, MessageState.SENT);
    Await.until("its copy", this::hasBobs);
    int place = xpto.ledger.stream().map(m -> m.to().get(0)).toList().indexOf(BOB);
    assertThat(place).isLessThan(50);
  }

  private boolean hasBobs() {
    return xpto.ledger.stream().anyMatch(m -> m.to().contains(BOB));
  }

  // or, on a slow machine, these might be over before the thread of the other lane has begun
  private String afterForty(AtomicInteger others) {
    if (others.incrementAndGet() > 40) {
      Await.until("what a person waits for", this::hasBobs);
    }
    return "250 ok";
  }

  @Test
  void a_sent_message_is_settled_though_the_next_one_hangs() {
    xpto.on("RCPT TO:<" + BOB, ScriptedSmtp.HANG);
    OutboxMessageId sent = outbox.enqueue(mail(XPTO, ANA));
    outbox.enqueue(mail(XPTO, BOB));
    dispatcher.tick();

    await(sent, MessageState.SENT);
    assertThat(count(MessageState.SENDING)).isOne();
  }

  @Test
  void a_worker_that_slept_past_its_lease_overwrites_nothing() {
    xpto.on("RCPT TO:<" + BOB, ScriptedSmtp.HANG);
    OutboxMessageId id = outbox.enqueue(mail(XPTO, BOB));
    dispatcher.tick();
    Await.until("hangs", () -> xpto.commands.stream().anyMatch(c -> c.startsWith("RCPT")));
    outbox.clock.pass(Duration.ofMinutes(3));
    assertThat(outbox.queue().giveBackExpired()).isOne();
    outbox.run(o -> o.cancel(id));

    xpto.close();
    awaitReports(1);
    dispatcher.stop();
    assertThat(outbox.state(id)).isEqualTo(MessageState.CANCELLED);
    assertThat(outbox.get(id).attempts()).isZero();
  }

  @Test
  void stopping_settles_what_is_on_its_way_and_gives_back_the_rest() {
    for (int i = 0; i < 30; i++) {
      outbox.enqueue(mail(XPTO, ANA));
    }
    dispatcher.tick();
    dispatcher.stop();

    assertThat(count(MessageState.SENDING)).isZero();
    assertThat(count(MessageState.SENT)).isEqualTo(xpto.ledger.size());
  }

  private void await(OutboxMessageId id, MessageState state) {
    Await.until("message is " + state, () -> outbox.state(id) == state);
  }

  private void awaitAttempts(OutboxMessageId id, int attempts) {
    Await.until(attempts + " tries", () -> outbox.get(id).attempts() == attempts);
  }

  /** Reported, and the message is back in the queue: the report comes first. */
  private void awaitRefusal(int reports, OutboxMessageId id) {
    awaitReports(reports);
    await(id, MessageState.QUEUED);
  }

  private void awaitReports(int reports) {
    Await.until(reports + " reports", () -> access.reports.size() >= reports);
  }

  private void awaitCount(MessageState state, long messages) {
    Await.until(messages + " are " + state, () -> count(state) == messages);
  }

  private long count(MessageState state) {
    return outbox.counts().getOrDefault(state, 0L);
  }
}
