package org.mailroom.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailroom.outbox.OutboxFixture.mail;
import static org.mailroom.outbox.OutboxFixture.through;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.access.ManagersCall;
import org.mailroom.database.TestDatabase;
import org.mailroom.dkim.DkimSigner;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.BulkResult.Refused;
import org.mailroom.outbox.BulkResult.Why;
import org.mailroom.outbox.MailFigures.Period;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.outbox.OutboxQueue.Settlement;
import org.mailroom.paging.Slice;

/** What the log of messages promises to those who operate it, on every database. */
abstract class MessageLogContract {
  private static final MailboxId OTHER = new MailboxId(2);
  private static final Route XPTO = through(1, "desk@xpto.example");
  private static final String ANA = "ana@client.example";
  private static final DeliveryResult ACCEPTED = new DeliveryResult.Accepted("250 ok");

  private OutboxFixture outbox;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    outbox = new OutboxFixture(database());
    outbox.mailboxes.add(1, "XPTO out", "desk@xpto.example", false);
    outbox.mailboxes.add(2, "Other out", "hello@other.example", false);
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void re_routed_mail_leaves_under_the_identity_of_the_other_mailbox() {
    outbox.signer = namesItsMailbox();
    List<OutboxMessageId> ids = enqueue(3);
    String messageId = outbox.get(ids.get(0)).messageId();

    BulkResult result = outbox.bulk().change(BulkChange.reroute(OTHER), ids);

    assertThat(result).isEqualTo(new BulkResult(ids, List.of()));
    List<Leased> leased = claim(Lane.of(OTHER), "a");
    assertThat(leased).extracting(Leased::id).containsExactlyElementsOf(ids);
    assertThat(leased).extracting(Leased::from).containsOnly("hello@other.example");
    assertThat(new String(outbox.raw(ids.get(0)), US_ASCII))
        .startsWith("DKIM-Signature: mailbox 2 for hello@other.example\r\n")
        .contains("From: hello@other.example\r\n", "Message-ID: " + messageId + "\r\n")
        .doesNotContain("desk@xpto.example");
    assertThat(outbox.audit.notes)
        .hasSize(3)
        .contains("message.rerouted message %s from mailbox:1 to mailbox:2".formatted(ids.get(0)));
  }

  private static DkimSigner namesItsMailbox() {
    return new DkimSigner() {
      @Override
      public byte[] signed(MailboxId mailbox, EmailAddress from, byte[] raw) {
        String header = "DKIM-Signature: mailbox %s for %s\r\n".formatted(mailbox, from);
        return (header + new String(raw, US_ASCII)).getBytes(US_ASCII);
      }
    };
  }

  @Test
  void to_the_default_outbox_when_no_mailbox_is_named() {
    List<OutboxMessageId> ids = enqueue(1);
    assertThatThrownBy(() -> outbox.bulk().change(BulkChange.rerouteToDefault(), ids))
        .isInstanceOf(NoSuchWay.class);
    outbox.mailboxes.add(3, "Default", "default@mailroom.example", true);

    outbox.bulk().change(BulkChange.rerouteToDefault(), ids);

    assertThat(outbox.get(ids.get(0)).from()).isEqualTo("default@mailroom.example");
  }

  @Test
  void each_message_is_done_or_refused_with_its_reason() {
    List<OutboxMessageId> ids = enqueue(4);
    OutboxMessageId sent = ids.get(0);
    OutboxMessageId sending = ids.get(1);
    claimed("a", 1);
    settle("a", sent);
    claimed("b", 1);
    outbox.run(o -> o.cancel(ids.get(2)));
    OutboxMessageId none = new OutboxMessageId(999_999);
    List<OutboxMessageId> chosen = new ArrayList<>(ids);
    chosen.add(none);

    BulkResult result = outbox.bulk().change(BulkChange.hold("Ask first."), chosen);

    assertThat(result.done()).containsExactly(ids.get(3));
    assertThat(result.refused())
        .extracting(Refused::id, Refused::why, Refused::state)
        .containsExactly(
            tuple(sent, Why.STATE, MessageState.SENT),
            tuple(sending, Why.STATE, MessageState.SENDING),
            tuple(ids.get(2), Why.STATE, MessageState.CANCELLED),
            tuple(none, Why.NOT_FOUND, null));
    assertThat(result.refused().get(1).words())
        .isEqualTo("Outgoing message %s is SENDING: it cannot be held.".formatted(sending));
    assertThat(outbox.get(ids.get(3)).holdReason()).isEqualTo("Ask first.");
    assertThat(outbox.state(sending)).isEqualTo(MessageState.SENDING);
  }

  @Test
  void all_that_a_filter_finds_is_changed_in_groups() {
    List<OutboxMessageId> ids = enqueue(120);
    OutboxQuery queued =
        new OutboxQuery(Optional.empty(), Optional.of(MessageState.QUEUED), Optional.empty());

    assertThat(outbox.bulk().changeMatching(BulkChange.hold("later"), queued).done())
        .containsExactlyElementsOf(ids);
    assertThat(outbox.bulk().change(BulkChange.of(MessageAction.RELEASE), ids).done()).hasSize(120);
    assertThat(outbox.bulk().change(BulkChange.of(MessageAction.RETRY), ids).done()).hasSize(120);
    assertThat(outbox.bulk().change(BulkChange.of(MessageAction.CANCEL), ids).done()).hasSize(120);

    assertThat(outbox.counts()).containsExactly(Map.entry(MessageState.CANCELLED, 120L));
    assertThatThrownBy(() -> outbox.bulk().changeMatching(BulkChange.hold("x"), queued))
        .isInstanceOf(WrongSelection.class);
  }

  @Test
  void too_many_at_once_are_refused_as_a_whole() {
    List<OutboxMessageId> many =
        LongStream.rangeClosed(0, OutboxBulk.MOST).mapToObj(OutboxMessageId::new).toList();

    assertThatThrownBy(() -> outbox.bulk().change(BulkChange.of(MessageAction.CANCEL), many))
        .isInstanceOf(WrongSelection.class)
        .hasMessageContaining("At most 10000 messages");
  }

  @Test
  @Timeout(60)
  void what_was_claimed_while_a_change_waited_for_it_is_left_to_its_worker() throws Exception {
    List<OutboxMessageId> ids = enqueue(3);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      List<Future<BulkResult>> cancel = new ArrayList<>();
      outbox.claim(
          Lane.of(XPTO),
          2,
          lease("a"),
          () -> {
            cancel.add(
                threads.submit(
                    () -> outbox.bulk().change(BulkChange.of(MessageAction.CANCEL), ids)));
            while (!outbox.isBlocked()) {
              Thread.onSpinWait();
            }
          });

      BulkResult result = cancel.get(0).get();
      assertThat(result.done()).containsExactly(ids.get(2));
      assertThat(result.refused())
          .extracting(Refused::id, Refused::state)
          .containsExactly(
              tuple(ids.get(0), MessageState.SENDING), tuple(ids.get(1), MessageState.SENDING));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_is_changed_while_workers_send_is_sent_or_changed_and_never_both() throws Exception {
    List<OutboxMessageId> ids = enqueue(60);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Future<List<OutboxMessageId>> first = threads.submit(() -> sendAll("a"));
      Future<List<OutboxMessageId>> second = threads.submit(() -> sendAll("b"));
      Future<BulkResult> bulk =
          threads.submit(() -> outbox.bulk().change(BulkChange.of(MessageAction.CANCEL), ids));

      List<OutboxMessageId> all = new ArrayList<>(bulk.get().done());
      all.addAll(first.get());
      all.addAll(second.get());
      assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
      assertThat(bulk.get().done())
          .allSatisfy(id -> assertThat(outbox.state(id)).isEqualTo(MessageState.CANCELLED));
      assertThat(bulk.get().refused())
          .allSatisfy(left -> assertThat(outbox.state(left.id())).isEqualTo(MessageState.SENT));
    } finally {
      threads.shutdownNow();
    }
  }

  private List<OutboxMessageId> sendAll(String worker) {
    List<OutboxMessageId> mine = new ArrayList<>();
    while (!outbox.queue().due().isEmpty()) {
      String token = worker + mine.size();
      List<OutboxMessageId> some = claimed(token, 3);
      settle(token, some.toArray(OutboxMessageId[]::new));
      mine.addAll(some);
    }
    return mine;
  }

  @Test
  void the_figures_of_a_party_tell_what_became_of_its_mail_and_how_soon() {
    settle("before", enqueueAndClaim(20, "before"));
    outbox.clock.pass(Duration.ofHours(30));
    List<OutboxMessageId> ids = enqueue(23);
    for (int i = 0; i < 20; i++) {
      outbox.clock.pass(Duration.ofSeconds(1));
      settle("try" + i, claimed("try" + i, 1).get(0));
    }
    outbox.run(o -> o.cancel(ids.get(20)));

    assertThat(outbox.settled.sinceStart()).isEqualTo(Map.of(MessageState.SENT, 40L));
    MailFigures figures = outbox.figures("17", Period.DAY);
    Instant since = outbox.clock.instant().minus(Duration.ofDays(1));

    assertThat(figures)
        .isEqualTo(
            new MailFigures(
                since, 23, 20, 0, 2, 1, Duration.ofMillis(10_500), Duration.ofMillis(19_050)));
    assertThat(outbox.figures("17", Period.WEEK).queued()).isEqualTo(43);
    assertThat(outbox.figures("18", Period.DAY).queued()).isZero();
    assertThat(outbox.figures("18", Period.DAY).median()).isNull();
    assertThat(outbox.figures("", Period.DAY).queued()).isZero();
  }

  @Test
  void figures_are_told_to_whoever_the_contract_was_given_to() {
    enqueue(2);

    assertThat(
            ManagersCall.givenContracts(17L).call(() -> outbox.figures("17", Period.DAY)).queued())
        .isEqualTo(2);
    assertThat(
            ManagersCall.givenContracts(18L).call(() -> outbox.figures("17", Period.DAY)).queued())
        .isZero();
  }

  @Test
  void the_list_is_narrowed_to_a_lane_and_a_party() {
    List<OutboxMessageId> ids = enqueue(2);

    assertThat(list(Optional.of(Lane.of(XPTO)), Optional.of("17"))).hasSize(2).containsAll(ids);
    assertThat(list(Optional.of(Lane.of(OTHER)), Optional.empty())).isEmpty();
    assertThat(list(Optional.empty(), Optional.of("18"))).isEmpty();
    ManagersCall manager = ManagersCall.givenContracts(17L);
    assertThat(manager.call(() -> list(Optional.empty(), Optional.of("17")))).hasSize(2);
    assertThat(manager.call(() -> list(Optional.empty(), Optional.empty()))).isEmpty();
    assertThat(manager.call(() -> outbox.get(ids.get(0)))).isNotNull();
  }

  private List<OutboxMessageId> list(Optional<Lane> lane, Optional<String> party) {
    OutboxQuery query =
        new OutboxQuery(
            Optional.empty(),
            Optional.empty(),
            lane,
            party,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return outbox.list(query, Slice.first(10)).items().stream().map(OutboxMessageView::id).toList();
  }

  private List<OutboxMessageId> enqueue(int count) {
    List<OutboxMessageId> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(outbox.enqueue(mail(XPTO, ANA)));
    }
    return ids;
  }

  private OutboxMessageId[] enqueueAndClaim(int count, String token) {
    enqueue(count);
    return claimed(token, count).toArray(OutboxMessageId[]::new);
  }

  private List<Leased> claim(Lane lane, String token) {
    return outbox.queue().claim(lane, 50, lease(token));
  }

  private List<OutboxMessageId> claimed(String token, int most) {
    return outbox.queue().claim(Lane.of(XPTO), most, lease(token)).stream()
        .map(Leased::id)
        .toList();
  }

  private Lease lease(String token) {
    return new Lease("node", token, outbox.clock.instant().plusSeconds(120));
  }

  private void settle(String token, OutboxMessageId... ids) {
    Map<OutboxMessageId, Settlement> settlements = new HashMap<>();
    for (OutboxMessageId id : ids) {
      settlements.put(
          id,
          new Settlement(token, outbox.clock.instant(), Map.of(ANA, ACCEPTED), Optional.empty()));
    }
    outbox.queue().settle(settlements);
  }
}
