package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailroom.outbox.OutboxFixture.mail;
import static org.mailroom.outbox.OutboxFixture.through;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.marked.AddressNotMarked;
import org.mailroom.marked.MarkedAddress;
import org.mailroom.marked.MarkedAddresses;
import org.mailroom.marked.MarkedAddressesFixture;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.OutboxQueue.Lease;
import org.mailroom.outbox.OutboxQueue.Settlement;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** What becomes of messages that come back, and of later mail to who returned them. */
abstract class OutboxReturnsContract {
  private static final Route XPTO = through(1, "desk@xpto.example");
  private static final String ANA = "ana@client.example";
  private static final String BOB = "bob@client.example";
  private static final String WORDS = "550 5.1.1 no such user";

  private OutboxFixture outbox;

  abstract TestDatabase database();

  @BeforeEach
  void open() {
    outbox = new OutboxFixture(database());
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  @Test
  void a_message_that_was_accepted_and_came_back_has_bounced() {
    OutboxMessageId id = sent(ANA, BOB);

    Optional<ReturnedMessage> returned = note(messageId(id), returned("ANA@Client.example"));

    assertThat(returned).contains(new ReturnedMessage(id, "4711", List.of(new EmailAddress(ANA))));
    assertThat(outbox.state(id)).isEqualTo(MessageState.BOUNCED);
    assertThat(outbox.history(id))
        .extracting(MessageEvent::state, MessageEvent::words)
        .endsWith(
            tuple(MessageState.SENT, "250 ok"),
            tuple(MessageState.BOUNCED, ANA + ": user unknown: " + WORDS));
  }

  @Test
  void the_message_is_found_without_a_word_written_to_it() {
    OutboxMessageId id = sent(ANA, BOB);
    int events = outbox.history(id).size();

    Optional<ReturnedMessage> found =
        outbox.with(em -> outbox.returns(em).find(messageId(id), List.of(returned(ANA))));

    assertThat(found).contains(new ReturnedMessage(id, "4711", List.of(new EmailAddress(ANA))));
    assertThat(outbox.state(id)).isEqualTo(MessageState.SENT);
    assertThat(outbox.history(id)).hasSize(events);
  }

  @Test
  void what_is_only_late_is_told_and_changes_nothing() {
    OutboxMessageId id = sent(ANA);
    note(
        messageId(id),
        new NonDelivery(addresses(ANA), false, BounceReason.EXPIRED, "still trying"));

    assertThat(outbox.state(id)).isEqualTo(MessageState.SENT);
    assertThat(outbox.history(id))
        .extracting(MessageEvent::words)
        .endsWith("250 ok", ANA + ": expired: still trying");
  }

  @Test
  void nobody_can_report_of_who_was_not_written_to_nor_of_what_we_did_not_write() {
    OutboxMessageId id = sent(ANA);

    assertThat(note(messageId(id), returned("victim@client.example"))).isEmpty();
    assertThat(note("<made-up@xpto.example>", returned(ANA))).isEmpty();
    assertThat(outbox.state(id)).isEqualTo(MessageState.SENT);
  }

  @Test
  void what_came_back_may_be_tried_again_for_who_did_not_get_it() {
    OutboxMessageId id = sent(ANA, BOB);
    note(messageId(id), returned(ANA));
    outbox.run(all -> all.retry(id));

    assertThat(outbox.queue().claim(Lane.of(XPTO), 10, lease()))
        .singleElement()
        .satisfies(leased -> assertThat(leased.recipients()).containsExactly(ANA));
  }

  @Test
  void mail_to_a_marked_address_waits_with_the_reason_until_a_person_lets_it_go() {
    mark(ANA);
    mark(ANA);
    OutboxMessageId id = outbox.enqueue(mail(XPTO, BOB, "Ana@client.example"));

    assertThat(outbox.get(id).state()).isEqualTo(MessageState.HELD);
    assertThat(outbox.get(id).holdReason()).contains(ANA, WORDS, "unmark");
    assertThat(list("ana@").items())
        .singleElement()
        .extracting(MarkedAddress::message)
        .isEqualTo(7L);
    assertThat(list("%").items()).isEmpty();

    outbox.run(all -> all.release(id));
    assertThat(outbox.state(id)).isEqualTo(MessageState.QUEUED);
  }

  @Test
  void an_unmarked_address_is_written_to_again() {
    mark(ANA);
    unmark(ANA);

    assertThat(outbox.state(outbox.enqueue(mail(XPTO, ANA)))).isEqualTo(MessageState.QUEUED);
    assertThat(outbox.audit.notes).anyMatch(note -> note.startsWith("address.unmarked " + ANA));
    assertThatThrownBy(() -> unmark(ANA)).isInstanceOf(AddressNotMarked.class);
  }

  private OutboxMessageId sent(String... to) {
    OutboxMessageId id = outbox.enqueue(mail(XPTO, to));
    outbox.queue().claim(Lane.of(XPTO), 10, lease());
    Map<String, DeliveryResult> accepted =
        Stream.of(to).collect(Collectors.toMap(a -> a, a -> new Accepted("250 ok")));
    Settlement all = new Settlement("a", outbox.clock.instant(), accepted, Optional.empty());
    outbox.queue().settle(Map.of(id, all));
    outbox.clock.pass(Duration.ofMinutes(1));
    return id;
  }

  private Lease lease() {
    return new Lease("node", "a", outbox.clock.instant().plusSeconds(120));
  }

  private String messageId(OutboxMessageId id) {
    return outbox.get(id).messageId();
  }

  private static NonDelivery returned(String address) {
    return new NonDelivery(addresses(address), true, BounceReason.USER_UNKNOWN, WORDS);
  }

  private static List<EmailAddress> addresses(String... addresses) {
    return Stream.of(addresses).map(EmailAddress::new).toList();
  }

  private Optional<ReturnedMessage> note(String messageId, NonDelivery... reported) {
    return outbox.with(em -> outbox.returns(em).note(messageId, List.of(reported)));
  }

  private void mark(String address) {
    marked(
        all ->
            all.mark(
                new MarkedAddress(new EmailAddress(address), outbox.clock.instant(), WORDS, 7)));
  }

  private void unmark(String address) {
    marked(all -> all.unmark(new EmailAddress(address)));
  }

  private void marked(Consumer<MarkedAddresses> work) {
    outbox.with(
        em -> {
          work.accept(MarkedAddressesFixture.over(em, outbox.audit));
          return null;
        });
  }

  private Page<MarkedAddress> list(String text) {
    return outbox.with(
        em -> MarkedAddressesFixture.over(em, outbox.audit).list(text, Slice.first(10)));
  }
}
