package org.mailroom.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.mailroom.outbox.OutboxFixture.mail;
import static org.mailroom.outbox.OutboxFixture.mailAbout;
import static org.mailroom.outbox.OutboxFixture.through;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.outbox.OutgoingMail.Priority;
import org.mailroom.outbox.jpa.Stores;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** What the outbox promises to those who send through it, on every database. */
abstract class OutboxContract {
  private static final Route XPTO = through(1, "desk@xpto.example");

  private OutboxFixture outbox;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    outbox = new OutboxFixture(database());
    outbox.mailboxes.add(1, "XPTO out", "desk@xpto.example", false);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void a_message_is_queued_as_final_bytes() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example", "ANA@client.example"));
    OutboxMessageView message = outbox.get(id);

    assertThat(message.state()).isEqualTo(MessageState.QUEUED);
    assertThat(message.to()).containsExactly("ana@client.example");
    assertThat(message.from()).isEqualTo("Service Desk <desk@xpto.example>");
    assertThat(message.mailboxName()).isEqualTo("XPTO out");
    assertThat(message.nextAttempt()).isEqualTo(outbox.clock.instant());
    byte[] raw = outbox.raw(id);
    assertThat(new String(raw, US_ASCII)).contains("Message-ID: " + message.messageId());
    assertThat(message.size()).isEqualTo(raw.length);
    assertThat(outbox.queued).containsExactly(Lane.of(new MailboxId(1)));
  }

  @Test
  void one_message_costs_no_look_at_all_mailboxes() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));

    assertThat(outbox.get(id).mailboxName()).isEqualTo("XPTO out");
    assertThat(outbox.mailboxes.listed()).isZero();
  }

  @Test
  void in_a_copy_all_that_waits_is_held() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));

    int held = outbox.with(entities -> Stores.outbox(entities).holdAll("copied"));

    assertThat(held).isOne();
    assertThat(outbox.get(id).state()).isEqualTo(MessageState.HELD);
    assertThat(outbox.get(id).holdReason()).isEqualTo("copied");
    assertThat(outbox.get(id).nextAttempt()).isNull();
  }

  @Test
  void nothing_is_queued_when_the_caller_rolls_back() {
    assertThatThrownBy(
            () ->
                outbox.run(
                    o -> {
                      o.enqueue(mail(XPTO, "ana@client.example"));
                      throw new IllegalStateException("the request cannot be opened");
                    }))
        .hasMessage("the request cannot be opened");

    assertThat(outbox.list(OutboxQuery.all(), Slice.first(10)).items()).isEmpty();
    assertThat(outbox.queue().due()).isEmpty();
  }

  @Test
  void a_contract_manager_sees_the_messages_of_their_mailboxes_and_requests() {
    OutboxMessageId through1 = outbox.enqueue(mail(XPTO, "ana@client.example"));
    OutboxMessageId through2 =
        outbox.enqueue(mail(through(2, "desk@other.example"), "bob@client.example"));
    ManagersCall ofMailbox = ManagersCall.givenMailboxes(1L);
    ManagersCall ofRequest = ManagersCall.givenContracts(4711L);

    assertThat(ofMailbox.call(() -> ids(OutboxQuery.all()))).containsExactly(through1);
    assertThat(ofMailbox.call(outbox::counts)).containsExactly(entry(MessageState.QUEUED, 1L));
    assertThat(ofMailbox.call(() -> outbox.get(through1))).isNotNull();
    for (ThrowingCallable unseen :
        List.<ThrowingCallable>of(
            () -> ofMailbox.call(() -> outbox.get(through2)),
            () -> ofMailbox.call(() -> outbox.raw(through2)),
            () -> ofMailbox.call(() -> outbox.history(through2)))) {
      assertThatThrownBy(unseen).isInstanceOf(MessageNotFound.class);
    }
    assertThat(ofRequest.call(() -> ids(OutboxQuery.all()))).isEmpty();
    assertThat(ofRequest.call(() -> ids(OutboxQuery.about("4711")))).hasSize(2);
    assertThat(ofRequest.call(() -> ids(OutboxQuery.about("4712")))).isEmpty();
    assertThat(ofRequest.call(() -> outbox.get(through2))).isNotNull();
  }

  @Test
  void a_message_without_recipient_is_refused() {
    assertThatThrownBy(() -> outbox.enqueue(mail(XPTO)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_is_too_long_for_a_column_is_cut_and_not_refused() {
    OutgoingMail endless =
        mailAbout("s".repeat(5000), through(1, "desk@xpto.example"), "ana@client.example");

    assertThat(outbox.get(outbox.enqueue(endless)).subject()).hasSize(1000);
  }

  @Test
  void without_a_way_out_it_is_held_until_there_is_one() {
    OutboxMessageId id = outbox.enqueue(mail(Route.none(), "ana@client.example"));
    assertThat(outbox.get(id).state()).isEqualTo(MessageState.HELD);
    assertThat(outbox.get(id).holdReason()).isEqualTo("NO_OUTBOX");
    assertThat(outbox.adopt()).isZero();

    String messageId = outbox.get(id).messageId();
    outbox.mailboxes.add(2, "Default", "support@mailroom.example", true);
    assertThat(outbox.adopt()).isOne();

    OutboxMessageView message = outbox.get(id);
    assertThat(message.state()).isEqualTo(MessageState.QUEUED);
    assertThat(message.mailboxName()).isEqualTo("Default");
    assertThat(message.messageId()).isEqualTo(messageId);
    assertThat(raw(id)).contains("From: support@mailroom.example\r\n", messageId);
    assertThat(outbox.adopt()).isZero();
  }

  @Test
  void released_without_a_way_out_it_goes_on_waiting_for_one() {
    OutboxMessageId id = outbox.enqueue(held(Route.none()));
    outbox.run(o -> o.release(id));

    assertThat(outbox.get(id).state()).isEqualTo(MessageState.HELD);
    assertThat(outbox.get(id).holdReason()).isEqualTo("NO_OUTBOX");
  }

  @Test
  void a_message_that_must_wait_for_a_person_is_held_with_the_reason() {
    OutboxMessageId id = outbox.enqueue(held(XPTO));
    assertThat(outbox.get(id).holdReason()).isEqualTo("The outbox is paused.");
    assertThat(outbox.queue().due()).isEmpty();

    outbox.run(o -> o.release(id));
    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.queue().due()).containsExactly(Lane.of(new MailboxId(1)));
  }

  @Test
  void a_person_can_hold_release_and_cancel() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));
    outbox.run(o -> o.hold(id, "Ask the customer first."));
    outbox.run(o -> o.release(id));
    outbox.run(o -> o.cancel(id));

    assertThat(outbox.state(id)).isEqualTo(MessageState.CANCELLED);
    assertThat(outbox.queue().due()).isEmpty();
    assertThat(outbox.audit.notes)
        .containsExactly(
            "message.held message %s Ask the customer first.".formatted(id),
            "message.released message " + id,
            "message.cancelled message " + id);
    assertThat(outbox.history(id))
        .extracting(MessageEvent::state)
        .containsExactly(
            MessageState.QUEUED, MessageState.HELD, MessageState.QUEUED, MessageState.CANCELLED);
  }

  @Test
  void a_move_that_its_state_forbids_is_refused() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));
    outbox.run(o -> o.cancel(id));

    assertThatThrownBy(() -> outbox.run(o -> o.retry(id)))
        .isInstanceOf(MessageNotInState.class)
        .hasMessage("Outgoing message %s is CANCELLED: it cannot be retried.".formatted(id));
    assertThatThrownBy(() -> outbox.run(o -> o.release(id))).isInstanceOf(MessageNotInState.class);
    assertThatThrownBy(() -> outbox.run(o -> o.hold(id, "x")))
        .isInstanceOf(MessageNotInState.class);
    assertThatThrownBy(() -> outbox.run(o -> o.reroute(id, XPTO)))
        .isInstanceOf(MessageNotInState.class);
  }

  @Test
  void a_message_that_does_not_exist_is_not_found() {
    OutboxMessageId none = new OutboxMessageId(999);

    assertThatThrownBy(() -> outbox.get(none)).isInstanceOf(MessageNotFound.class);
    assertThatThrownBy(() -> outbox.run(o -> o.cancel(none))).isInstanceOf(MessageNotFound.class);
    assertThatThrownBy(() -> outbox.raw(none)).isInstanceOf(MessageNotFound.class);
  }

  @Test
  void re_routed_it_keeps_its_message_id_and_changes_its_from() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));
    String messageId = outbox.get(id).messageId();
    Route session = Route.throughSession(new EmailAddress("support@mailroom.example"), "");
    outbox.run(o -> o.reroute(id, session));

    OutboxMessageView message = outbox.get(id);
    assertThat(message.messageId()).isEqualTo(messageId);
    assertThat(message.mailbox()).isEmpty();
    assertThat(message.mailboxName()).isEqualTo("Mail Session");
    assertThat(message.explanation()).isEqualTo("Re-routed by ana from mailbox:1.");
    assertThat(raw(id)).contains("From: support@mailroom.example\r\n", messageId);
    assertThat(message.size()).isEqualTo(raw(id).length());
    assertThat(outbox.queue().due()).extracting(Lane::toString).containsExactly("session");
  }

  @Test
  void a_message_id_of_ours_leads_to_its_reference() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));
    String messageId = outbox.get(id).messageId();
    String forged = messageId.replaceFirst("\\.[a-z2-7]{16}@", ".aaaaaaaaaaaaaaaa@");

    assertThat(outbox.referenceOf(messageId)).contains("4711");
    assertThat(outbox.referenceOf(forged)).isEmpty();
    assertThat(outbox.referenceOf("<somebody@else.example>")).isEmpty();
  }

  @Test
  void lists_are_narrowed_and_newest_first() {
    OutboxMessageId first = outbox.enqueue(mail(XPTO, "ana@client.example", "bob@client.example"));
    OutboxMessageId second = outbox.enqueue(mail(through(2, "d@y.example"), "eve@client.example"));
    outbox.run(o -> o.cancel(second));

    assertThat(ids(OutboxQuery.all())).containsExactly(second, first);
    assertThat(ids(OutboxQuery.about("4711"))).containsExactly(second, first);
    assertThat(ids(OutboxQuery.about("4712"))).isEmpty();
    assertThat(ids(query(Optional.of(MessageState.CANCELLED), Optional.empty())))
        .containsExactly(second);
    assertThat(ids(query(Optional.empty(), Optional.of(new MailboxId(1))))).containsExactly(first);
    assertThat(outbox.counts())
        .containsEntry(MessageState.QUEUED, 1L)
        .containsEntry(MessageState.CANCELLED, 1L);
  }

  @Test
  void a_list_is_cut_into_pages() {
    for (int i = 0; i < 5; i++) {
      outbox.enqueue(mail(XPTO, "ana%d@client.example".formatted(i), "bob@client.example"));
    }
    Page<OutboxMessageView> page = outbox.list(OutboxQuery.all(), new Slice(1, 2));

    assertThat(page.total()).isEqualTo(5);
    assertThat(page.items())
        .extracting(OutboxMessageView::to)
        .containsExactly(
            List.of("ana2@client.example", "bob@client.example"),
            List.of("ana1@client.example", "bob@client.example"));
  }

  @Test
  void a_mailbox_in_which_mail_waits_is_in_use() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));
    assertThat(outbox.usesOf(1))
        .containsExactly(new MailboxUsage.Use("outgoing mail", "(1 waiting)"));
    assertThat(outbox.usesOf(2)).isEmpty();

    outbox.run(o -> o.cancel(id));
    assertThat(outbox.usesOf(1)).isEmpty();
  }

  @Test
  void the_default_outbox_is_the_mailbox_marked_so_else_the_mail_session_else_none() {
    assertThat(outbox.defaultRoute()).isEqualTo(Route.none());

    outbox.variables.put("MAILROOM_MAIL_HOST", "smtp.mailroom.example");
    outbox.variables.put("MAILROOM_MAIL_FROM", "support@mailroom.example");
    assertThat(outbox.defaultRoute().way()).isEqualTo(Route.Way.SESSION);

    outbox.mailboxes.add(2, "Default", "default@mailroom.example", true);
    assertThat(outbox.defaultRoute().mailbox()).contains(new MailboxId(2));
  }

  @Test
  void a_retried_message_is_due_at_once() {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, "ana@client.example"));
    outbox.clock.pass(Duration.ofHours(1));
    outbox.run(o -> o.retry(id));

    assertThat(outbox.get(id).nextAttempt()).isEqualTo(outbox.clock.instant());
  }

  @Test
  void messages_are_found_by_subject_recipient_and_time() {
    outbox.enqueue(mailAbout("Printer on FIRE", XPTO, "ana@client.example"));
    outbox.clock.pass(Duration.ofHours(2));
    outbox.enqueue(mailAbout("100% done_", XPTO, "Bob@other.example"));
    Instant between = outbox.clock.instant().minusSeconds(3600);

    assertThat(subjects("fire", null, null)).containsExactly("Printer on FIRE");
    assertThat(subjects("bob@OTHER", null, null)).containsExactly("100% done_");
    assertThat(subjects("100% do_", null, null)).containsExactly("100% done_");
    assertThat(subjects("_n FIRE", null, null)).isEmpty();
    assertThat(subjects(null, between, null)).containsExactly("100% done_");
    assertThat(subjects(null, null, between)).containsExactly("Printer on FIRE");
  }

  private List<String> subjects(String text, Instant from, Instant to) {
    OutboxQuery wanted =
        new OutboxQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(text),
            Optional.ofNullable(from),
            Optional.ofNullable(to));
    return outbox.call(o -> o.list(wanted, Slice.first(10))).items().stream()
        .map(OutboxMessageView::subject)
        .toList();
  }

  private static OutgoingMail held(Route route) {
    return new OutgoingMail(
        route,
        "",
        List.of(new EmailAddress("ana@client.example")),
        Optional.empty(),
        "s",
        "t",
        "",
        List.of(),
        "4711",
        "17",
        Priority.ROUTINE,
        "o",
        Optional.of("The outbox is paused."));
  }

  private String raw(OutboxMessageId id) {
    return new String(outbox.raw(id), US_ASCII);
  }

  private List<OutboxMessageId> ids(OutboxQuery query) {
    return outbox.list(query, Slice.first(10)).items().stream().map(OutboxMessageView::id).toList();
  }

  private static OutboxQuery query(Optional<MessageState> state, Optional<MailboxId> mailbox) {
    return new OutboxQuery(Optional.empty(), state, mailbox);
  }
}
