package org.mailroom.inbound.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedQuery;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.model.AlreadyDecided;
import org.mailroom.inbound.model.Arrival;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Lease;
import org.mailroom.inbound.model.LeaseLost;
import org.mailroom.inbound.model.Ledger.Undone;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailHeader;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.inbound.model.Waiting;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** What ledger, cursors and stored mail promise on either database. */
abstract class InboundStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final MailboxId SALES = new MailboxId(7);
  private static final MailboxId SUPPORT = new MailboxId(8);
  private static final Place HERE = new Place("abc#1");
  private static final Place THERE = new Place("abc#2");
  private static final NodeId NODE = new NodeId("node-1");
  private static final NodeId OTHER = new NodeId("node-2");

  private InboundDatabase store;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    store = new InboundDatabase(database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void keeps_a_mail_with_its_bytes() {
    ReceivedId id = add(SALES, HERE, "1");

    assertThat(raw(id)).isEqualTo("raw 1");
    assertThat(find(id).view("Sales").subject()).isEqualTo("subject 1");
    assertThat(find(id).view("Sales").receivedAt()).isEqualTo(NOON);
  }

  @Test
  void knows_what_is_stored_or_skipped_in_a_place() {
    add(SALES, HERE, "1");
    store.run(() -> store.ledger().skip(SALES, HERE, List.of("2")));

    assertThat(known(SALES, HERE)).containsExactlyInAnyOrder("1", "2");
    assertThat(known(SALES, THERE)).isEmpty();
    assertThat(known(SUPPORT, HERE)).isEmpty();
  }

  @Test
  void stores_no_mail_twice() {
    add(SALES, HERE, "1");

    assertThatThrownBy(() -> add(SALES, HERE, "1")).isInstanceOf(RuntimeException.class);
    assertThat(list(ReceivedQuery.all()).total()).isEqualTo(1);
  }

  @Test
  void recognises_a_mail_by_its_fingerprint_within_its_mailbox() {
    add(SALES, HERE, "1");

    assertThat(has(SALES, "1")).isTrue();
    assertThat(has(SALES, "2")).isFalse();
    assertThat(has(SUPPORT, "1")).isFalse();
  }

  @Test
  void finds_a_mail_that_got_another_number() {
    ReceivedId id = add(SALES, HERE, "1");

    store.run(
        () ->
            store.ledger().elsewhere(SALES, THERE, header("1")).orElseThrow().movedTo(THERE, "9"));

    assertThat(store.call(() -> store.ledger().known(SALES, THERE, List.of("9")))).contains("9");
    assertThat(store.call(() -> store.ledger().elsewhere(SALES, THERE, header("1")))).isEmpty();
    assertThat(raw(id)).isEqualTo("raw 1");
  }

  @Test
  void remembers_what_is_to_be_marked_on_the_server() {
    add(SALES, HERE, "1");
    add(SALES, HERE, "2");
    assertThat(unmarked()).containsExactly("1", "2");

    store.run(() -> store.ledger().marked(SALES, HERE, List.of("1")));

    assertThat(unmarked()).containsExactly("2");
  }

  @Test
  void tells_what_became_of_mail_to_which_something_is_to_be_done() {
    add(SALES, HERE, "1");
    ReceivedId second = add(SALES, HERE, "2");
    ReceivedId third = add(SALES, HERE, "3");
    store.run(() -> store.mails().lock(second).orElseThrow().settle(Outcome.quarantined("No.")));
    store.run(() -> store.mails().lock(third).orElseThrow().settle(Outcome.ignored("A loop.")));
    store.run(() -> store.ledger().tried(SALES, HERE, List.of("3")));

    List<Undone> undone = store.call(() -> store.ledger().undone(SALES, HERE, true, 0, 10));
    assertThat(undone)
        .containsExactly(
            new Undone(second.value(), "2", true, false),
            new Undone(third.value(), "3", false, true));
    assertThat(store.call(() -> store.ledger().undone(SALES, HERE, true, second.value(), 10)))
        .containsExactly(undone.get(1));
    assertThat(store.call(() -> store.ledger().undone(SALES, HERE, false, 0, 2))).hasSize(2);
  }

  @Test
  void tells_of_waiting_mail_what_conversation_it_is_of() {
    ReceivedId id = add(SALES, HERE, "1");

    assertThat(store.call(() -> store.mails().waiting(SALES, NOON, 10)))
        .containsExactly(
            new Waiting(
                id,
                "ana@example.com",
                "subject 1",
                "<1@example.com>",
                "<answered@example.com> <first@example.com>",
                100));
  }

  @Test
  void lists_the_mailbox_first_that_waits_longest() {
    ReceivedId first = add(SALES, HERE, "1");
    add(SUPPORT, HERE, "1");
    assertThat(waitingMailboxes()).containsExactlyInAnyOrder(SALES, SUPPORT);

    store.run(
        () -> store.mails().lock(first).orElseThrow().failed("", Optional.of(NOON.plusSeconds(1))));

    assertThat(store.call(() -> store.mails().waitingMailboxes(NOON.plusSeconds(1))))
        .containsExactly(SUPPORT, SALES);
  }

  @Test
  void lists_waiting_mail_oldest_first_until_it_is_settled() {
    ReceivedId first = add(SALES, HERE, "1");
    ReceivedId second = add(SALES, HERE, "2");
    assertThat(waiting()).containsExactly(first, second);
    assertThat(waitingMailboxes()).containsExactly(SALES);

    store.run(() -> claim(first).orElseThrow().settle(Outcome.ignored("noise")));

    assertThat(waiting()).containsExactly(second);
    assertThat(find(first).state()).isEqualTo(ReceivedState.IGNORED);
  }

  @Test
  void finds_the_quarantined_mail_of_a_sender_oldest_first() {
    ReceivedId first = add(SALES, HERE, "1");
    ReceivedId second = add(SALES, HERE, "2");
    ReceivedId ignored = add(SALES, HERE, "3");
    ReceivedId elsewhere = add(SUPPORT, HERE, "1");
    for (ReceivedId id : List.of(second, first, elsewhere)) {
      store.run(() -> claim(id).orElseThrow().settle(Outcome.quarantined("stranger")));
    }
    store.run(() -> claim(ignored).orElseThrow().settle(Outcome.ignored("noise")));

    assertThat(quarantinedFrom("ANA@example.com")).containsExactly(first, second);
    assertThat(quarantinedFrom("bob@example.com")).isEmpty();
  }

  private List<ReceivedId> quarantinedFrom(String sender) {
    return store.call(() -> store.mails().quarantinedFrom(SALES, new EmailAddress(sender), 10));
  }

  @Test
  void a_settled_mail_is_locked_and_decided_by_a_person() {
    ReceivedId id = add(SALES, HERE, "1");
    store.run(() -> claim(id).orElseThrow().settle(Outcome.quarantined("stranger")));

    store.run(() -> locked(id).decide(Outcome.appended("42", "Assigned.")));

    assertThat(find(id).view("Sales").reference()).contains("42");
    assertThatThrownBy(() -> store.run(() -> locked(id).decide(Outcome.ignored("Discarded."))))
        .isInstanceOf(AlreadyDecided.class);
    assertThat(store.call(() -> store.mails().lock(new ReceivedId(404)))).isEmpty();
  }

  private ReceivedMail locked(ReceivedId id) {
    return store.mails().lock(id).orElseThrow();
  }

  @Test
  void lets_a_failed_mail_wait() {
    ReceivedId id = add(SALES, HERE, "1");

    store.run(() -> claim(id).orElseThrow().failed("oops", Optional.of(NOON.plusSeconds(5))));

    assertThat(waiting()).isEmpty();
    assertThat(waitingMailboxes()).isEmpty();
    assertThat(find(id).attempts()).isEqualTo(1);
  }

  @Test
  void gives_a_mail_to_one_claimer_at_a_time() {
    ReceivedId id = add(SALES, HERE, "1");

    store.run(
        () -> {
          assertThat(claim(id)).isPresent();
          store.run(() -> assertThat(claim(id)).isEmpty());
        });

    assertThat(store.call(() -> claim(id))).isPresent();
  }

  @Test
  void claims_those_of_several_that_are_free_in_their_order() {
    List<ReceivedId> ids = Stream.of("1", "2", "3", "4").map(uid -> add(SALES, HERE, uid)).toList();
    store.run(() -> claim(ids.get(0)).orElseThrow().settle(Outcome.ignored("noise")));

    store.run(
        () -> {
          assertThat(claim(ids.get(2))).isPresent();
          assertThat(
                  store.<List<ReceivedId>>call(
                      () -> store.mails().claim(ids).stream().map(ReceivedMail::id).toList()))
              .containsExactly(ids.get(1), ids.get(3));
        });
  }

  @Test
  void tells_which_mail_nobody_else_is_changing() {
    ReceivedId id = add(SALES, HERE, "1");
    add(SALES, HERE, "2");

    store.run(
        () -> {
          claim(id);
          assertThat(store.<Iterable<String>>call(this::free)).containsExactly("2");
        });

    assertThat(store.<Iterable<String>>call(this::free)).containsExactlyInAnyOrder("1", "2");
  }

  private Set<String> free() {
    return store.ledger().free(SALES, HERE, List.of("1", "2", "3"));
  }

  @Test
  void claims_no_settled_mail() {
    ReceivedId id = add(SALES, HERE, "1");
    store.run(() -> claim(id).orElseThrow().settle(Outcome.opened("42", "new")));

    assertThat(store.call(() -> claim(id))).isEmpty();
  }

  @Test
  void pages_and_narrows_lists_newest_first() {
    ReceivedId first = add(SALES, HERE, "1");
    ReceivedId second = add(SUPPORT, HERE, "2");
    store.run(() -> claim(first).orElseThrow().settle(Outcome.opened("42", "new")));

    assertThat(ids(list(ReceivedQuery.all()))).containsExactly(second, first);
    assertThat(
            ids(list(query(Optional.of(ReceivedState.OPENED), Optional.empty(), Optional.empty()))))
        .containsExactly(first);
    assertThat(ids(list(query(Optional.empty(), Optional.of(SUPPORT), Optional.empty()))))
        .containsExactly(second);
    assertThat(ids(list(query(Optional.empty(), Optional.empty(), Optional.of("42")))))
        .containsExactly(first);
    assertThat(store.call(() -> store.mails().list(ReceivedQuery.all(), new Slice(1, 1))).total())
        .isEqualTo(2);
  }

  @Test
  void leases_a_mailbox_once_and_fences_the_late() {
    store.run(() -> store.cursors().add(new Cursor(SALES, NOON)));
    assertThat(leasable(NOON)).containsExactly(SALES);

    Lease late = lease(NOON.plusSeconds(60));
    assertThat(leasable(NOON)).isEmpty();
    assertThat(leasable(NOON.plusSeconds(61))).containsExactly(SALES);

    lease(NOON.plusSeconds(120));
    assertThatThrownBy(() -> store.run(() -> store.cursors().hold(late)))
        .isInstanceOf(LeaseLost.class);
  }

  @Test
  void gives_back_what_a_node_held() {
    store.run(() -> store.cursors().add(new Cursor(SALES, NOON)));
    lease(NOON.plusSeconds(60));

    store.run(() -> store.cursors().release(new NodeId("another")));
    assertThat(leasable(NOON)).isEmpty();

    store.run(() -> store.cursors().release(NODE));
    assertThat(leasable(NOON)).containsExactly(SALES);
  }

  @Test
  void lists_only_the_cursors_that_are_asked_for_and_due() {
    store.run(() -> store.cursors().add(new Cursor(SALES, NOON.plusSeconds(1))));
    store.run(() -> store.cursors().add(new Cursor(SUPPORT, NOON)));

    assertThat(leasable(NOON)).isEmpty();
    assertThat(leasable(NOON.plusSeconds(1))).containsExactly(SALES);
  }

  private ReceivedId add(MailboxId mailbox, Place place, String uid) {
    Listed listed = new Listed(uid, 0, 100, Optional.of(NOON));
    byte[] raw = ("raw " + uid).getBytes(StandardCharsets.UTF_8);
    Arrival arrival = new Arrival(listed, header(uid), raw, Optional.empty(), false);
    ReceivedMail mail = new ReceivedMail(mailbox, place, arrival, NOON);
    store.run(() -> store.ledger().add(mail, raw));
    return mail.id();
  }

  private static MailHeader header(String uid) {
    return new MailHeader(
        "<%s@example.com>".formatted(uid),
        List.of("<answered@example.com>", "<first@example.com>"),
        "ana@example.com",
        "subject " + uid,
        Optional.empty(),
        "fingerprint " + uid);
  }

  private String raw(ReceivedId id) {
    return store.call(() -> new String(store.mails().raw(id), StandardCharsets.UTF_8));
  }

  private ReceivedMail find(ReceivedId id) {
    return store.call(() -> store.mails().find(id).orElseThrow());
  }

  private Iterable<String> known(MailboxId mailbox, Place place) {
    return store.call(() -> store.ledger().known(mailbox, place, List.of("1", "2", "3")));
  }

  private boolean has(MailboxId mailbox, String uid) {
    String fingerprint = header(uid).fingerprint();
    return store
        .call(() -> store.ledger().received(mailbox, List.of(fingerprint, "another")))
        .contains(fingerprint);
  }

  private List<String> unmarked() {
    return store.call(() -> store.ledger().undone(SALES, HERE, false, 0, 10)).stream()
        .map(Undone::uid)
        .toList();
  }

  private List<ReceivedId> waiting() {
    return store.call(() -> store.mails().waiting(SALES, NOON, 10)).stream()
        .map(Waiting::id)
        .toList();
  }

  private List<MailboxId> waitingMailboxes() {
    return store.call(() -> store.mails().waitingMailboxes(NOON));
  }

  private Optional<ReceivedMail> claim(ReceivedId id) {
    return store.mails().claim(id);
  }

  private Page<ReceivedMail> list(ReceivedQuery query) {
    return store.call(() -> store.mails().list(query, Slice.first(10)));
  }

  private static ReceivedQuery query(
      Optional<ReceivedState> state, Optional<MailboxId> mailbox, Optional<String> reference) {
    return new ReceivedQuery(state, mailbox, reference);
  }

  private static List<ReceivedId> ids(Page<ReceivedMail> page) {
    return page.items().stream().map(ReceivedMail::id).toList();
  }

  private List<MailboxId> leasable(Instant now) {
    return store.call(() -> store.cursors().leasable(List.of(SALES), now, OTHER)).stream()
        .map(Cursor::mailbox)
        .toList();
  }

  private Lease lease(Instant until) {
    return store.call(() -> store.cursors().lock(SALES).orElseThrow().lease(NODE, until));
  }
}
