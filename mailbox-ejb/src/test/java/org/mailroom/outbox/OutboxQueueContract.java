package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mailroom.outbox.OutboxFixture.mail;
import static org.mailroom.outbox.OutboxFixture.through;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.DeliveryResult.Deferred;
import org.mailroom.outbox.DeliveryResult.Refused;
import org.mailroom.outbox.DeliveryResult.Uncertain;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutboxQueue.Settlement;
import org.mailroom.outbox.OutgoingMail.Priority;
import org.mailroom.outbox.jpa.Stores;

/** What the queue promises to its delivery, on every database. */
abstract class OutboxQueueContract {
  private static final Route XPTO = through(1, "desk@xpto.example");
  private static final Lane LANE = Lane.of(XPTO);
  private static final String ANA = "ana@client.example";
  private static final String BOB = "bob@client.example";

  private OutboxFixture outbox;
  private OutboxQueue queue;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    outbox = new OutboxFixture(database());
    queue = outbox.queue();
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void a_claimed_message_carries_all_that_sending_needs() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB));
    List<Leased> claimed = queue.claim(LANE, 10, lease("a"));

    assertThat(claimed).hasSize(1);
    assertThat(claimed.get(0).id()).isEqualTo(id);
    assertThat(claimed.get(0).from()).isEqualTo("desk@xpto.example");
    assertThat(claimed.get(0).recipients()).containsExactly(ANA, BOB);
    assertThat(claimed.get(0).raw()).isEqualTo(outbox.raw(id));
    assertThat(queue.bodies(List.of(id)).get(id)).isEqualTo(outbox.raw(id));
    assertThat(claimed.get(0).size()).isEqualTo(outbox.raw(id).length);
    assertThat(claimed.get(0).failures()).isZero();
    assertThat(outbox.state(id)).isEqualTo(MessageState.SENDING);
  }

  @Test
  void a_second_claim_of_the_same_message_gets_nothing() {
    outbox.enqueue(mail(XPTO, ANA));

    assertThat(queue.claim(LANE, 10, lease("a"))).hasSize(1);
    assertThat(queue.claim(LANE, 10, lease("b"))).isEmpty();
    assertThat(queue.due()).isEmpty();
  }

  @Test
  void many_claims_at_once_share_the_messages_and_never_one_of_them() throws Exception {
    for (int i = 0; i < 60; i++) {
      outbox.enqueue(mail(XPTO, ANA));
    }
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<List<OutboxMessageId>>> claimers = new ArrayList<>();
      for (int worker = 0; worker < 6; worker++) {
        String name = "worker" + worker;
        claimers.add(() -> claimAll(name));
      }
      List<OutboxMessageId> all = new ArrayList<>();
      for (Future<List<OutboxMessageId>> claimed : threads.invokeAll(claimers)) {
        all.addAll(claimed.get());
      }
      assertThat(all).hasSize(60).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_claim_leaves_others_the_rest_of_its_lane_before_it_is_committed() {
    OutboxMessageId first = outbox.enqueue(mail(XPTO, ANA));
    OutboxMessageId second = outbox.enqueue(mail(XPTO, ANA));
    List<Leased> others = new ArrayList<>();
    List<Leased> mine =
        outbox.claim(LANE, 1, lease("a"), () -> others.addAll(queue.claim(LANE, 1, lease("b"))));

    assertThat(mine).extracting(Leased::id).containsExactly(first);
    assertThat(others).extracting(Leased::id).containsExactly(second);
  }

  private List<OutboxMessageId> claimAll(String worker) {
    List<OutboxMessageId> mine = new ArrayList<>();
    while (!queue.due().isEmpty()) {
      queue.claim(LANE, 3, lease(worker + mine.size())).forEach(m -> mine.add(m.id()));
    }
    return mine;
  }

  @Test
  void the_oldest_are_claimed_first_and_only_of_that_lane() {
    OutboxMessageId first = outbox.enqueue(mail(XPTO, ANA));
    OutboxMessageId other = outbox.enqueue(mail(through(2, "desk@y.example"), ANA));
    OutboxMessageId second = outbox.enqueue(mail(XPTO, ANA));

    assertThat(queue.claim(LANE, 1, lease("a"))).extracting(Leased::id).containsExactly(first);
    assertThat(queue.claim(LANE, 5, lease("b"))).extracting(Leased::id).containsExactly(second);
    assertThat(queue.due()).containsExactly(Lane.of(new MailboxId(2)));
    assertThat(outbox.state(other)).isEqualTo(MessageState.QUEUED);
  }

  @Test
  void a_claim_of_big_messages_carries_none_of_their_bytes() {
    OutboxMessageId big = outbox.enqueue(bigMail("x".repeat(5_000_000)));
    Leased claimed = queue.claim(LANE, 10, lease("a")).get(0);

    assertThat(claimed.raw()).isNull();
    assertThat(claimed.size()).isGreaterThan(5_000_000);
    assertThat(queue.bodies(List.of(big)).get(big)).hasSize((int) claimed.size());
  }

  @Test
  void mail_that_a_person_waits_for_goes_before_routine_mail() {
    OutboxMessageId routine = outbox.enqueue(mail(XPTO, ANA));
    outbox.clock.pass(Duration.ofSeconds(1));
    OutboxMessageId persons = outbox.enqueue(urgent());

    assertThat(queue.claim(LANE, 2, lease("a")))
        .extracting(Leased::id)
        .containsExactly(persons, routine);
  }

  @Test
  void of_each_full_batch_routine_mail_has_a_share() {
    for (int i = 0; i < 20; i++) {
      outbox.enqueue(urgent());
    }
    OutboxMessageId routine = outbox.enqueue(mail(XPTO, ANA));

    assertThat(queue.claim(LANE, 10, lease("a")))
        .hasSize(10)
        .extracting(Leased::id)
        .endsWith(routine);
    assertThat(queue.claim(LANE, 20, lease("b"))).hasSize(11);
  }

  @Test
  void a_group_is_settled_at_once_whatever_came_of_each() {
    OutboxMessageId sent = outbox.enqueue(mail(XPTO, ANA, BOB));
    OutboxMessageId later = outbox.enqueue(mail(XPTO, ANA));
    OutboxMessageId partly = outbox.enqueue(mail(XPTO, ANA, BOB));
    OutboxMessageId unheld = outbox.enqueue(mail(through(2, "desk@y.example"), ANA));
    queue.claim(LANE, 10, lease("a"));
    Accepted accepted = new Accepted("250 ok");

    assertThat(
            queue.settle(
                Map.of(
                    sent, settlement("a", Map.of(ANA, accepted, BOB, accepted)),
                    later, settlement("a", Map.of(ANA, new Deferred("450 later"))),
                    partly, settlement("a", Map.of(ANA, accepted, BOB, new Refused("550 no"))),
                    unheld, settlement("a", Map.of(ANA, accepted)))))
        .containsOnly(
            entry(sent, MessageState.SENT),
            entry(later, MessageState.QUEUED),
            entry(partly, MessageState.PARTLY_SENT));
    assertThat(outbox.state(unheld)).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.history(sent)).extracting(MessageEvent::words).endsWith("250 ok");
  }

  @Test
  void who_was_not_judged_waits_on_though_another_has_it() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB));
    queue.claim(LANE, 10, lease("a"));

    assertThat(settle(id, "a", Map.of(ANA, new Accepted("250 ok")))).contains(MessageState.QUEUED);
    outbox.clock.pass(Duration.ofMinutes(2));
    assertThat(queue.claim(LANE, 1, lease("b")).get(0).recipients()).containsExactly(BOB);
  }

  @Test
  void a_clock_of_a_node_that_jumps_ends_no_lease() {
    outbox.databaseClock = Clock.fixed(outbox.clock.instant(), ZoneOffset.UTC);
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));

    outbox.clock.pass(Duration.ofHours(1));
    assertThat(queue.giveBackExpired()).isZero();
    outbox.clock.pass(Duration.ofHours(-2));
    queue.extend(lease("a"));
    outbox.databaseClock =
        Clock.offset(outbox.databaseClock, Duration.ofSeconds(121)); // in time, by the database
    assertThat(queue.giveBackExpired()).isOne();
    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
  }

  @Test
  void a_clock_set_back_keeps_no_new_message_waiting() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    outbox.clock.pass(Duration.ofHours(-1));
    assertThat(queue.due()).isEmpty();

    queue.giveBackExpired();
    assertThat(queue.due()).containsExactly(LANE);
    assertThat(queue.claim(LANE, 1, lease("a"))).extracting(Leased::id).containsExactly(id);
  }

  @Test
  void a_claim_leaves_a_message_alone_that_a_person_holds() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));
    outbox.with(entities -> Stores.outbox(entities).holdAll("copied"));

    assertThat(settle(id, "a", Map.of(ANA, new Accepted("250 ok")))).isEmpty();
    assertThat(outbox.state(id)).isEqualTo(MessageState.HELD);
  }

  @Test
  void an_accepted_message_is_sent() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));

    assertThat(settle(id, "a", Map.of(ANA, new Accepted("250 queued as 1"))))
        .contains(MessageState.SENT);
    OutboxMessageView message = outbox.get(id);
    assertThat(message.sentAt()).isEqualTo(outbox.clock.instant());
    assertThat(message.lastReply()).isEqualTo("250 queued as 1");
    assertThat(message.attempts()).isOne();
    assertThat(message.nextAttempt()).isNull();
    assertThat(outbox.history(id))
        .extracting(MessageEvent::words)
        .containsExactly("The contract's outbox.", "250 queued as 1");
  }

  @Test
  void recipients_are_judged_one_by_one() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB, "eve@client.example"));
    queue.claim(LANE, 1, lease("a"));
    settle(
        id,
        "a",
        Map.of(
            ANA,
            new Accepted("250 ok"),
            BOB,
            new Deferred("450 greylisted"),
            "eve@client.example",
            new Refused("550 no such user")));

    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
    outbox.clock.pass(Duration.ofMinutes(2));
    List<Leased> again = queue.claim(LANE, 1, lease("b"));
    assertThat(again.get(0).recipients()).containsExactly(BOB);
    assertThat(again.get(0).failures()).isOne();

    settle(id, "b", Map.of(BOB, new Accepted("250 ok")));
    assertThat(outbox.state(id)).isEqualTo(MessageState.PARTLY_SENT);
  }

  @Test
  void a_partly_sent_message_is_retried_for_those_who_have_not_got_it() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB));
    queue.claim(LANE, 1, lease("a"));
    settle(id, "a", Map.of(ANA, new Accepted("250 ok"), BOB, new Refused("550 full")));
    outbox.run(o -> o.retry(id));

    assertThat(queue.claim(LANE, 1, lease("b")).get(0).recipients()).containsExactly(BOB);
  }

  @Test
  void a_refused_message_has_failed_and_can_be_retried_from_the_start_of_the_table() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));
    settle(id, "a", Map.of(ANA, new Deferred("450 later")));
    outbox.clock.pass(Duration.ofMinutes(2));
    queue.claim(LANE, 1, lease("b"));
    settle(id, "b", Map.of(ANA, new Refused("550 no")));
    assertThat(outbox.state(id)).isEqualTo(MessageState.FAILED);

    outbox.run(o -> o.retry(id));
    assertThat(queue.claim(LANE, 1, lease("c")).get(0).failures()).isZero();
    assertThat(outbox.get(id).attempts()).isEqualTo(2);
  }

  @Test
  void given_up_it_has_failed_unless_it_may_have_arrived() {
    OutboxMessageId failed = outbox.enqueue(mail(XPTO, ANA));
    OutboxMessageId uncertain = outbox.enqueue(mail(XPTO, BOB));
    queue.claim(LANE, 2, lease("a"));
    giveUp(failed, Map.of(ANA, new Deferred("450 later")));
    giveUp(uncertain, Map.of(BOB, new Uncertain("lost after the dot")));

    assertThat(outbox.state(failed)).isEqualTo(MessageState.FAILED);
    assertThat(outbox.state(uncertain)).isEqualTo(MessageState.UNCERTAIN);
    assertThat(outbox.get(uncertain).nextAttempt()).isNull();
  }

  @Test
  void an_uncertain_message_is_tried_again() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));
    settle(id, "a", Map.of(ANA, new Uncertain("lost after the dot")));
    assertThat(outbox.state(id)).isEqualTo(MessageState.UNCERTAIN);

    outbox.clock.pass(Duration.ofMinutes(2));
    assertThat(queue.claim(LANE, 1, lease("b"))).hasSize(1);
    settle(id, "b", Map.of(ANA, new Deferred("450 later")));
    assertThat(outbox.state(id)).isEqualTo(MessageState.UNCERTAIN);
  }

  @Test
  void what_a_person_is_asked_about_waits_for_them_and_the_others_do_not() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA, BOB));
    queue.claim(LANE, 1, lease("a"));
    settle(id, "a", Map.of(ANA, new Uncertain("lost", true), BOB, new Deferred("450 later")));
    assertThat(outbox.state(id)).isEqualTo(MessageState.UNCERTAIN);

    outbox.clock.pass(Duration.ofMinutes(2));
    assertThat(queue.claim(LANE, 1, lease("b")).get(0).recipients()).containsExactly(BOB);
    settle(id, "b", Map.of(BOB, new Accepted("250 ok")));
    assertThat(outbox.state(id)).isEqualTo(MessageState.UNCERTAIN);
    assertThat(outbox.get(id).nextAttempt()).isNull();

    outbox.run(o -> o.retry(id));
    assertThat(queue.claim(LANE, 1, lease("c")).get(0).recipients()).containsExactly(ANA);
  }

  @Test
  void whoever_has_lost_the_lease_settles_nothing() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("slow"));
    outbox.clock.pass(Duration.ofMinutes(3));
    assertThat(queue.giveBackExpired()).isOne();
    queue.claim(LANE, 1, lease("next"));

    assertThat(settle(id, "slow", Map.of(ANA, new Accepted("250 ok")))).isEmpty();
    assertThat(outbox.state(id)).isEqualTo(MessageState.SENDING);
    assertThat(settle(id, "next", Map.of(ANA, new Accepted("250 ok")))).isPresent();
  }

  @Test
  @Timeout(60)
  void a_node_that_fell_asleep_while_it_settled_holds_up_no_other_lease() {
    OutboxMessageId settled = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("sleeps"));
    OutboxMessageId left = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("sleeps too"));
    outbox.clock.pass(Duration.ofMinutes(3));

    outbox.settle(
        Map.of(settled, settlement("sleeps", Map.of(ANA, new Accepted("250 ok")))),
        () -> assertThat(queue.giveBackExpired()).isOne());
    assertThat(outbox.state(left)).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.state(settled)).isEqualTo(MessageState.SENT);
  }

  @Test
  void a_sent_message_is_never_queued_again_by_a_late_comer() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));
    settle(id, "a", Map.of(ANA, new Accepted("250 ok")));
    queue.giveBack("a");
    queue.giveBackOf("node-1");
    outbox.clock.pass(Duration.ofHours(1));
    queue.giveBackExpired();

    assertThat(outbox.state(id)).isEqualTo(MessageState.SENT);
    assertThat(queue.due()).isEmpty();
  }

  @Test
  void a_lease_lasts_as_long_as_it_is_extended() {
    outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));
    outbox.clock.pass(Duration.ofSeconds(100));
    queue.extend(lease("a"));
    outbox.clock.pass(Duration.ofSeconds(100));

    assertThat(queue.giveBackExpired()).isZero();
    outbox.clock.pass(Duration.ofSeconds(21));
    assertThat(queue.giveBackExpired()).isOne();
  }

  @Test
  void what_is_given_back_costs_no_attempt_and_keeps_its_place() {
    OutboxMessageId first = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));
    outbox.clock.pass(Duration.ofSeconds(1));
    OutboxMessageId second = outbox.enqueue(mail(XPTO, BOB));
    queue.giveBack("a");

    assertThat(outbox.get(first).attempts()).isZero();
    assertThat(queue.claim(LANE, 5, lease("b")))
        .extracting(Leased::id)
        .containsExactly(first, second);
  }

  @Test
  void a_node_that_starts_again_takes_back_what_it_held_and_no_more() {
    OutboxMessageId mine = outbox.enqueue(mail(XPTO, ANA));
    queue.claim(LANE, 1, lease("a"));
    OutboxMessageId theirs = outbox.enqueue(mail(XPTO, BOB));
    queue.claim(LANE, 1, new Lease("node-2", "b", outbox.clock.instant().plusSeconds(120)));

    assertThat(queue.giveBackOf("node-1")).isOne();
    assertThat(outbox.state(mine)).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.state(theirs)).isEqualTo(MessageState.SENDING);
  }

  private Lease lease(String token) {
    return new Lease("node-1", token, outbox.clock.instant().plusSeconds(120));
  }

  private Optional<MessageState> settle(
      OutboxMessageId id, String token, Map<String, DeliveryResult> results) {
    return Optional.ofNullable(queue.settle(Map.of(id, settlement(token, results))).get(id));
  }

  private Settlement settlement(String token, Map<String, DeliveryResult> results) {
    Instant now = outbox.clock.instant();
    return new Settlement(token, now, results, Optional.of(now.plusSeconds(60)));
  }

  private void giveUp(OutboxMessageId id, Map<String, DeliveryResult> results) {
    queue.settle(
        Map.of(id, new Settlement("a", outbox.clock.instant(), results, Optional.empty())));
  }

  private static OutgoingMail bigMail(String text) {
    return saying(text, Priority.ROUTINE);
  }

  private static OutgoingMail urgent() {
    return saying("You have asked for a new password.", Priority.PERSON);
  }

  private static OutgoingMail saying(String text, Priority priority) {
    OutgoingMail usual = mail(XPTO, ANA);
    return new OutgoingMail(
        usual.route(),
        usual.explanation(),
        usual.to(),
        usual.replyTo(),
        usual.subject(),
        text,
        "",
        List.of(),
        usual.reference(),
        usual.party(),
        priority,
        usual.origin(),
        Optional.empty());
  }
}
