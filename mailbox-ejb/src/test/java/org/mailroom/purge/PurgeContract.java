package org.mailroom.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.outbox.MessageBodyPurged;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.jpa.Stores;
import org.mailroom.purge.PurgePolicy.Ages;

/** What a purge promises, on each database. */
abstract class PurgeContract {
  private static final PurgePolicy USUAL =
      new PurgePolicy(new Ages(30, 365), new Ages(90, null), new Ages(null, 10), 60);

  private Purged mail;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    mail = new Purged(database());
  }

  @AfterEach
  void close() {
    mail.close();
  }

  @Test
  void until_somebody_sets_a_policy_nothing_is_ever_purged() {
    mail.messages(1, 10, MessageState.SENT, 5_000);

    assertThat(mail.<Boolean>call(purge -> purge.policy().isOff())).isTrue();
    assertThatThrownBy(() -> mail.run(Purge::start)).isInstanceOf(NoPurge.class);
    assertThat(mail.step("node-1")).isFalse();
    assertThat(mail.count("outbox_body")).isEqualTo(10);
  }

  @Test
  void each_class_goes_by_its_own_age_and_what_is_not_final_never() {
    long id = 0;
    for (MessageState state : MessageState.values()) {
      mail.messages(id, 2, state, 40);
      mail.messages(id + 10, 3, state, 400);
      mail.messages(id + 20, 1, state, 5);
      id += 100;
    }
    for (ReceivedState state : ReceivedState.values()) {
      mail.received(id, 4, state, 61);
      mail.received(id + 10, 1, state, 59);
      id += 100;
    }
    mail.run(purge -> purge.setPolicy(USUAL));
    Map<PurgeKind, Amount> preview = mail.call(purge -> purge.preview(USUAL));
    // SENT and PARTLY_SENT of 400 days; CANCELLED and SUPPRESSED of 40 and 400
    assertThat(preview.get(PurgeKind.MESSAGES)).isEqualTo(new Amount(2 * 3 + 2 * 5, 16_000));
    // SENT and PARTLY_SENT of 40 days; FAILED and BOUNCED of 400
    assertThat(preview.get(PurgeKind.BODIES)).isEqualTo(new Amount(2 * 2 + 2 * 3, 10_000));
    assertThat(preview.get(PurgeKind.RECEIVED)).isEqualTo(new Amount(3 * 4, 12_000));

    mail.run(Purge::start);
    mail.finish("node-1");

    PurgeRunView run = mail.last();
    assertThat(run.state()).isEqualTo(PurgeState.DONE);
    assertThat(run.done()).isEqualTo(run.total()).isEqualTo(38);
    assertThat(run.freed()).isEqualTo(38_000);
    for (MessageState state : MessageState.values()) {
      long left = state.isFinal() ? leftOf(state) : 6;
      assertThat(mail.count("outbox_message WHERE state = '%s'".formatted(state)))
          .as(state.name())
          .isEqualTo(left);
    }
    assertThat(mail.count("outbox_body")).isEqualTo(60 - 16 - 10);
    assertThat(mail.count("outbox_message WHERE body_purged_at IS NOT NULL")).isEqualTo(10);
    assertThat(mail.count("outbox_recipient")).isEqualTo(60 - 16);
    assertThat(mail.count("outbox_attempt")).isEqualTo(60 - 16);
    assertThat(mail.count("received_mail")).as("the ledger stays").isEqualTo(25);
    assertThat(mail.count("received_raw")).isEqualTo(13);

    Map<PurgeKind, Amount> after = mail.call(purge -> purge.preview(USUAL));
    assertThat(after.values()).containsOnly(Amount.NONE);
  }

  private static long leftOf(MessageState state) {
    return switch (state) {
      case SENT, PARTLY_SENT -> 3;
      case FAILED, BOUNCED -> 6;
      default -> 1;
    };
  }

  @Test
  void a_reply_to_a_purged_message_still_finds_its_request() {
    mail.messages(1, 1, MessageState.SENT, 400);
    mail.index();
    assertThat(mail.count("outbox_words")).isPositive();
    purge(USUAL);

    assertThat(mail.count("outbox_message")).isZero();
    assertThat(mail.count("outbox_words")).isZero();
    assertThat(mail.<Optional<String>>in(e -> Stores.outbox(e).referenceOf("<1@x.example>")))
        .contains("4711");
    assertThat(mail.<Optional<String>>in(e -> Stores.outbox(e).referenceOf("<2@x.example>")))
        .isEmpty();
  }

  @Test
  void what_somebody_has_just_done_something_to_is_not_old() {
    mail.messages(1, 2, MessageState.CANCELLED, 400);
    mail.touch(1);
    purge(USUAL);

    assertThat(mail.count("outbox_message")).isOne();
    assertThat(mail.count("outbox_message WHERE id = 1")).isOne();
  }

  @Test
  void without_its_content_a_message_says_so_and_is_not_sent_again() {
    mail.messages(1, 1, MessageState.FAILED, 100);
    purge(USUAL);
    OutboxMessageId id = new OutboxMessageId(1);

    assertThatThrownBy(() -> mail.in(e -> Stores.outbox(e).body(id)))
        .isInstanceOf(MessageBodyPurged.class);
    assertThatThrownBy(
            () ->
                mail.in(
                    e -> {
                      Stores.outbox(e).locked(id).retry(mail.clock.instant());
                      return null;
                    }))
        .isInstanceOf(MessageBodyPurged.class);
  }

  @Test
  void one_run_at_a_time_and_one_node_at_it_until_that_node_is_dead() {
    mail.messages(1, 1_200, MessageState.SENT, 400);
    mail.run(purge -> purge.setPolicy(USUAL));
    mail.run(Purge::start);
    assertThatThrownBy(() -> mail.run(Purge::start)).isInstanceOf(NoPurge.class);
    assertThat(stepsUntilRemoved(500, "node-1")).isPositive();

    assertThat(mail.step("node-2")).isFalse();
    assertThat(mail.count("outbox_message")).isEqualTo(700);
    mail.clock.pass(Duration.ofSeconds(61));
    mail.finish("node-2");
    assertThat(mail.last().done()).isEqualTo(1_200);
    assertThat(mail.count("outbox_message")).isZero();
    assertThat(mail.step("node-1")).isFalse();
  }

  private int stepsUntilRemoved(long removed, String node) {
    int steps = 0;
    while (mail.last().done() < removed) {
      mail.step(node);
      steps++;
    }
    return steps;
  }

  @Test
  void a_crash_in_a_step_counts_nothing_and_loses_no_place() {
    mail.messages(1, 700, MessageState.SENT, 400);
    mail.run(purge -> purge.setPolicy(USUAL));
    mail.run(Purge::start);
    stepsUntilRemoved(500, "node-1");
    assertThatThrownBy(
            () ->
                mail.in(
                    entities -> {
                      mail.steps("node-1", entities).step();
                      throw new IllegalStateException("killed before the commit");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(mail.last().done()).isEqualTo(500);

    mail.finish("node-1");
    assertThat(mail.last().done()).isEqualTo(700);
    assertThat(mail.last().state()).isEqualTo(PurgeState.DONE);
  }

  @Test
  void a_stopped_run_ends_after_the_step_at_hand() {
    mail.messages(1, 1_200, MessageState.SENT, 400);
    mail.run(purge -> purge.setPolicy(USUAL));
    mail.run(Purge::start);
    stepsUntilRemoved(500, "node-1");
    mail.run(Purge::stop);

    assertThat(mail.step("node-1")).isFalse();
    assertThat(mail.last().state()).isEqualTo(PurgeState.STOPPED);
    assertThat(mail.last().done()).isEqualTo(500);
    assertThatThrownBy(() -> mail.run(Purge::stop)).isInstanceOf(NoPurge.class);
    mail.run(Purge::start);
    mail.finish("node-1");
    assertThat(mail.count("outbox_message")).isZero();
  }

  @Test
  void a_hundred_thousand_go_in_steps_of_five_hundred() {
    mail.messages(1, 100_000, MessageState.SENT, 400);
    mail.messages(200_001, 1_000, MessageState.SENT, 1);
    mail.run(purge -> purge.setPolicy(USUAL));
    mail.run(Purge::start);

    long done = 0;
    int steps = 0;
    while (mail.step("node-1")) {
      long now = mail.last().done();
      assertThat(now - done).as("removed in one step").isLessThanOrEqualTo(PurgeSteps.AT_ONCE);
      done = now;
      steps++;
    }
    assertThat(done).isEqualTo(100_000);
    // 200 that remove, and a look at each task to see that nothing is left of it
    assertThat(steps).isBetween(200, 200 + 20);
    assertThat(mail.count("outbox_message")).isEqualTo(1_000);
    assertThat(mail.last().state()).isEqualTo(PurgeState.DONE);
  }

  @Test
  void it_begins_by_itself_at_three_once_a_night() {
    mail.messages(1, 1, MessageState.SENT, 400);
    mail.clock.pass(Duration.ofHours(15)); // from noon
    mail.tick();
    assertThat(mail.<List<PurgeRunView>>call(Purge::runs)).as("no policy").isEmpty();

    mail.run(purge -> purge.setPolicy(USUAL));
    mail.clock.pass(Duration.ofHours(2));
    mail.tick();
    assertThat(mail.<List<PurgeRunView>>call(Purge::runs)).as("not at five").isEmpty();
    mail.clock.pass(Duration.ofHours(22));
    mail.tick();
    mail.finish("node-1");
    mail.clock.pass(Duration.ofMinutes(10));
    mail.tick();
    assertThat(mail.<List<PurgeRunView>>call(Purge::runs)).hasSize(1);
    mail.clock.pass(Duration.ofHours(24));
    mail.tick();
    assertThat(mail.<List<PurgeRunView>>call(Purge::runs)).hasSize(2);
  }

  @Test
  void a_policy_is_audited_with_before_and_after_and_refused_if_it_makes_no_sense() {
    mail.run(purge -> purge.setPolicy(USUAL));
    mail.run(purge -> purge.setPolicy(USUAL));
    assertThat(mail.audited).hasSize(1);
    assertThat(mail.audited.get(0)).startsWith("purge.policy_changed [bodies: 30, messages: 365");

    PurgePolicy wrong = new PurgePolicy(new Ages(30, 10), Ages.NEVER, Ages.NEVER, 0);
    assertThatThrownBy(() -> mail.run(purge -> purge.setPolicy(wrong)))
        .isInstanceOf(InvalidPolicy.class)
        .hasMessageContaining("cannot go before its content")
        .hasMessageContaining("from 1 to 36500");
  }

  private void purge(PurgePolicy policy) {
    mail.run(purge -> purge.setPolicy(policy));
    mail.run(Purge::start);
    mail.finish("node-1");
  }
}
