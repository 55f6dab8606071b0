package org.mailroom.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.Route;
import org.mailroom.paging.Slice;
import org.mailroom.watch.MailNumbersView.Kind;

/** What the component promises, on every database that Mailroom runs on. */
abstract class WatchContract {
  private static final Instant NOON = Watched.NOON;

  private Watched here;

  abstract TestDatabase open();

  @BeforeEach
  void openDatabase() {
    here = new Watched(open());
  }

  @AfterEach
  void closeDatabase() {
    here.close();
  }

  @Test
  void counts_what_waits_failed_and_arrived_and_says_when_it_is_tried_next() {
    MailboxId out = here.add(Drafts.output());
    MailboxId in = here.add(Drafts.input());
    message(1, out, "QUEUED", NOON.plusSeconds(60), null);
    message(2, out, "QUEUED", NOON.plusSeconds(90), null);
    message(3, out, "FAILED", null, NOON.minus(Duration.ofHours(23)));
    message(4, out, "FAILED", null, NOON.minus(Duration.ofHours(25)));
    received(5, in, NOON.minus(Duration.ofHours(1)));
    received(6, in, NOON.minus(Duration.ofHours(30)));
    cursor(in, NOON.plusSeconds(45));
    here.mailbox(out, it -> it.failed(Trouble.QUOTA, "too many", NOON));
    here.mailbox(
        out,
        it -> {
          it.health().rests(NOON.plusSeconds(120));
          return it;
        });
    here.ending.add(new Expiry(out, Expiry.Kind.CERTIFICATE, "CN=a", NOON.plusSeconds(1)));

    MailboxHealthView sends = here.healths(healths -> healths.of(out));
    MailboxHealthView reads = here.healths(healths -> healths.of(in));

    assertThat(List.of(sends.queued(), sends.failed(), sends.received()))
        .containsExactly(2L, 1L, 0L);
    assertThat(sends.nextTry()).isEqualTo(NOON.plusSeconds(120));
    assertThat(sends.lastErrorClass()).isEqualTo(Trouble.QUOTA);
    assertThat(sends.expiries()).extracting(Expiry::what).containsExactly("CN=a");
    assertThat(List.of(reads.queued(), reads.failed(), reads.received()))
        .containsExactly(0L, 0L, 1L);
    assertThat(reads.nextTry()).isEqualTo(NOON.plusSeconds(45));
  }

  @Test
  void tells_programs_how_many_there_are_of_what() {
    MailboxId out = broken("XPTO out");
    MailboxId in = here.add(Drafts.input());
    message(1, out, "QUEUED", NOON.plusSeconds(60), null);
    message(2, out, "HELD", null, null);
    message(3, out, "SENT", null, null);
    received(4, in, NOON.minus(Duration.ofHours(30)));
    here.now = NOON.plusSeconds(90);

    MailNumbersView numbers = here.numbers();

    assertThat(numbers.mailboxes())
        .containsEntry(new Kind(MailboxType.INPUT, MailboxStatus.NEVER_RUN), 1L)
        .containsEntry(new Kind(MailboxType.INPUT, MailboxStatus.OK), 0L);
    assertThat(numbers.mailboxes().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
    assertThat(numbers.waiting()).isEqualTo(Map.of(MessageState.QUEUED, 1L, MessageState.HELD, 1L));
    assertThat(numbers.oldestQueued()).isEqualTo(Duration.ofSeconds(90));
    assertThat(numbers.received()).isEqualTo(Map.of(ReceivedState.OPENED, 1L));
  }

  @Test
  void tells_of_a_broken_mailbox_once_and_once_when_it_is_well_again() {
    MailboxId box = broken("XPTO in");

    roundsFor(Duration.ofHours(2));
    here.mailbox(
        box,
        it -> {
          it.health().worked(here.now);
          return it;
        });
    roundsFor(Duration.ofHours(2));

    assertThat(here.sent).hasSize(2);
    assertThat(here.sent.get(0).subject()).isEqualTo("Mailbox \"XPTO in\" needs attention");
    assertThat(here.sent.get(1).subject()).isEqualTo("Mailbox \"XPTO in\" is well again");
  }

  @Test
  void one_round_at_a_time_whatever_the_number_of_nodes() {
    broken("XPTO in");
    roundsFor(Duration.ofMinutes(5));
    here.sent.clear();

    here.round();
    here.round();

    assertThat(here.sent).isEmpty();
    assertThat(here.alerts(MailboxAlerts::open)).hasSize(1);
  }

  @Test
  void of_the_default_outbox_only_the_console_tells() {
    MailboxId box = broken("default");
    here.route = Route.through(box, new EmailAddress("desk@desk.example"), "");

    roundsFor(Duration.ofHours(1));

    assertThat(here.sent).isEmpty();
    assertThat(here.alerts(MailboxAlerts::standing).mailboxes()).isEqualTo(1);
    assertThat(here.alerts(MailboxAlerts::mailboxes)).containsExactly(box);
  }

  @Test
  void without_a_way_or_anybody_to_tell_it_waits_until_there_is_one() {
    broken("XPTO in");
    here.administrators.clear();
    roundsFor(Duration.ofHours(1));
    assertThat(here.sent).isEmpty();

    here.variables.put("MAILROOM_ALERT_TO", "ops@desk.example, more@desk.example");
    roundsFor(Duration.ofMinutes(1));

    assertThat(here.sent).hasSize(1);
    assertThat(here.sent.get(0).to())
        .extracting(EmailAddress::value)
        .containsExactly("ops@desk.example", "more@desk.example");
  }

  @Test
  void tells_of_a_certificate_that_runs_out() {
    MailboxId box = here.add(Drafts.output());
    here.ending.add(
        new Expiry(box, Expiry.Kind.CERTIFICATE, "CN=mail", NOON.plus(Duration.ofDays(10))));

    roundsFor(Duration.ofHours(1));

    assertThat(here.sent).hasSize(1);
    assertThat(here.sent.get(0).text()).contains("certificate runs out", "CN=mail");
  }

  @Test
  void nothing_is_wrong_with_what_fails_for_a_passing_reason() {
    MailboxId box = here.add(Drafts.input());
    here.mailbox(box, it -> it.failed(Trouble.NETWORK, "no route", NOON));

    roundsFor(Duration.ofHours(1));

    assertThat(here.alerts(MailboxAlerts::standing))
        .isEqualTo(new MailboxAlerts.Standing(0, List.of(), null));
  }

  @Test
  void tells_once_of_messages_that_wait_for_a_person_and_once_when_none_does() {
    MailboxId box = here.add(Drafts.output());
    here.route = Route.through(box, new EmailAddress("desk@desk.example"), "");
    message(1, box, "UNCERTAIN", NOON.plusSeconds(60), null);
    roundsFor(Duration.ofMinutes(10));
    assertThat(here.sent).as("tried again without anybody").isEmpty();

    message(2, box, "UNCERTAIN", null, null);
    message(3, box, "HELD", null, null);
    message(4, box, "HELD", null, null);
    insert("UPDATE outbox_message SET lane = 'none' WHERE id = 4");
    roundsFor(Duration.ofHours(1));

    assertThat(here.sent).hasSize(1);
    assertThat(here.sent.get(0).subject()).isEqualTo("3 things need attention");
    assertThat(here.sent.get(0).text())
        .contains(
            "1 waiting, the oldest since 26 Nov 2026 12:00 UTC",
            "/message/list.xhtml?state=UNCERTAIN&lane=mailbox:" + box,
            "/message/list.xhtml?state=HELD&lane=mailbox:" + box,
            "/message/list.xhtml?state=HELD&lane=none");
    MailboxAlerts.Standing standing = here.alerts(MailboxAlerts::standing);
    assertThat(standing.mailboxes()).as("nothing is wrong with the mailbox").isZero();
    assertThat(standing.messages()).hasSize(3);
    assertThat(here.alerts(MailboxAlerts::mailboxes)).isEmpty();
    ManagersCall.givenMailboxes(box.value())
        .call(
            () ->
                assertThat(here.alerts(MailboxAlerts::standing).messages())
                    .extracting(AlertView::lane)
                    .containsOnly(Lane.of(box)));

    insert("UPDATE outbox_message SET state = 'CANCELLED'");
    roundsFor(Duration.ofHours(1));

    assertThat(here.sent).hasSize(2);
    assertThat(here.sent.get(1).subject()).isEqualTo("3 things are all right again");
  }

  @Test
  void a_bulk_run_takes_each_mailbox_once_and_ends_with_the_last() {
    List<MailboxId> boxes = boxes(30);
    BulkRunId run = here.bulk(runs -> runs.start(BulkAction.PAUSE, boxes));

    List<MailboxId> taken = work(BulkState.DONE);

    assertThat(taken).containsExactlyInAnyOrderElementsOf(boxes);
    assertThat(here.steps(BulkSteps::tidy)).isFalse();
    BulkRunView view = here.bulk(runs -> runs.get(run));
    assertThat(view.running()).isFalse();
    assertThat(view.percent()).isEqualTo(100);
    assertThat(view.done()).isEqualTo(30);
    assertThat(view.startedBy()).isEqualTo("ana");
  }

  @Test
  void what_failed_in_a_bulk_run_is_listed_with_its_reason() {
    BulkRunId run = here.bulk(runs -> runs.start(BulkAction.CHECK, boxes(3)));
    work(BulkState.FAILED);

    var failed = here.bulk(runs -> runs.items(run, BulkState.FAILED, Slice.first(9)));

    assertThat(failed.items()).extracting(BulkItemView::name).containsExactly("b0", "b1", "b2");
    assertThat(failed.items()).extracting(BulkItemView::reason).containsOnly("because");
    assertThat(here.bulk(runs -> runs.items(run, BulkState.DONE, Slice.first(9))).total()).isZero();
  }

  @Test
  void a_stopped_bulk_run_leaves_the_rest_alone() {
    BulkRunId run = here.bulk(runs -> runs.start(BulkAction.PAUSE, boxes(5)));
    BulkSteps.Taken one = here.steps(BulkSteps::take).orElseThrow();

    here.bulk(
        runs -> {
          runs.stop(run);
          return run;
        });
    settle(one, BulkState.DONE);
    here.steps(BulkSteps::tidy);

    BulkRunView view = here.bulk(runs -> runs.get(run));
    assertThat(view.running()).isFalse();
    assertThat(List.of(view.done(), view.stopped())).containsExactly(1L, 4L);
    assertThat(here.steps(BulkSteps::take)).isEmpty();
  }

  @Test
  void what_a_dead_worker_held_is_given_to_another() {
    here.bulk(runs -> runs.start(BulkAction.PAUSE, boxes(1)));
    here.steps(BulkSteps::take);

    assertThat(here.steps(BulkSteps::take)).isEmpty();
    here.now = NOON.plus(Duration.ofMinutes(4));
    here.steps(BulkSteps::tidy);

    assertThat(here.steps(BulkSteps::take)).isPresent();
  }

  @Test
  void a_bulk_run_without_a_mailbox_is_refused() {
    assertThatThrownBy(
            () -> here.bulk(runs -> runs.start(BulkAction.PAUSE, List.of(new MailboxId(99)))))
        .isInstanceOf(NothingToDo.class);
  }

  @Test
  void old_bulk_runs_are_cleared_away() {
    BulkRunId old = here.bulk(runs -> runs.start(BulkAction.PAUSE, boxes(1)));
    work(BulkState.DONE);
    here.steps(BulkSteps::tidy);
    here.now = NOON.plus(Duration.ofDays(31));

    here.bulk(runs -> runs.start(BulkAction.PAUSE, List.of(here.add(Drafts.input()))));

    assertThatThrownBy(() -> here.bulk(runs -> runs.get(old))).isInstanceOf(BulkRunNotFound.class);
  }

  private List<MailboxId> boxes(int count) {
    List<MailboxId> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boxes.add(here.add(Drafts.input().name("b" + i)));
    }
    return boxes;
  }

  private List<MailboxId> work(BulkState state) {
    List<MailboxId> taken = new ArrayList<>();
    Optional<BulkSteps.Taken> next = here.steps(BulkSteps::take);
    while (next.isPresent()) {
      taken.add(next.get().item().mailbox());
      settle(next.get(), state);
      next = here.steps(BulkSteps::take);
    }
    return taken;
  }

  private void settle(BulkSteps.Taken taken, BulkState state) {
    here.steps(
        steps -> {
          steps.settle(taken, state, "because");
          return taken;
        });
  }

  private MailboxId broken(String name) {
    MailboxId box = here.add(Drafts.input().name(name));
    here.mailbox(box, it -> it.failed(Trouble.SETTINGS, "no folder", NOON));
    MailboxStatus status = here.mailbox(box, it -> it.view(false, Instant.EPOCH).status());
    assertThat(status).isEqualTo(MailboxStatus.ERROR);
    return box;
  }

  private void roundsFor(Duration time) {
    Instant end = here.now.plus(time);
    while (here.now.isBefore(end)) {
      here.now = here.now.plusSeconds(60);
      here.round();
    }
  }

  private void message(long id, MailboxId mailbox, String state, Instant next, Instant failed) {
    insert(
        """
        INSERT INTO outbox_message (id, message_id, reference, origin, lane, sender, sender_name,
          subject, explanation, state, attempts, failures, bytes, created_at, next_attempt, failed_at)
        VALUES (?1, ?2, '', '', ?3, '', '', '', '', ?4, 0, 0, 1, ?5, ?6, ?7)\
        """,
        id,
        "<%d@test>".formatted(id),
        "mailbox:" + mailbox,
        state,
        NOON,
        next,
        failed);
  }

  private void received(long id, MailboxId mailbox, Instant at) {
    insert(
        """
        INSERT INTO received_mail (id, mailbox_id, place, uid, message_id, fingerprint, received_at,
          stored_at, sender, subject, mail_size, marked, state, reason, attempts, next_try, version)
        VALUES (?1, ?2, 'p', ?3, '', '', ?4, ?4, '', '', 1, TRUE, 'OPENED', '', 0, ?4, 1)\
        """,
        id,
        mailbox.value(),
        Long.toString(id),
        at);
  }

  private void cursor(MailboxId mailbox, Instant due) {
    insert(
        """
        INSERT INTO inbound_cursor (mailbox_id, last_uid, scanning, next_due, failures, lease_token)
        VALUES (?1, 0, FALSE, ?2, 0, 0)""",
        mailbox.value(),
        due);
  }

  private void insert(String sql, Object... values) {
    here.in(entities -> insert(entities, sql, values));
  }

  private static int insert(EntityManager entities, String sql, Object... values) {
    // the database must learn the type of a null
    String typed = sql.replace("?6", "CAST(?6 AS TIMESTAMP WITH TIME ZONE)");
    var query =
        entities.createNativeQuery(typed.replace("?7", "CAST(?7 AS TIMESTAMP WITH TIME ZONE)"));
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      query.setParameter(
          i + 1, value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
    }
    return query.executeUpdate();
  }
}
