package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.audit.Audit;
import org.mailroom.environment.Environment;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.model.AlreadyDecided;
import org.mailroom.mailbox.ConsentGiven;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Slice;

@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class ReceivedMailsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Account ACCOUNT = AccountFixture.imap(143).activeSince(NOON).account();

  private final SettableClock clock = new SettableClock(NOON);
  private final MemoryServer server = MemoryServer.likeImap();
  private final Reading reading = new Reading(server, ACCOUNT, clock);
  private final List<String> audited = new ArrayList<>();
  private final ReceivedMails mails = mails();

  @AfterEach
  void close() {
    reading.close();
  }

  @Test
  void shows_a_mail_in_the_ledger_and_whole() {
    ReceivedId id = received("Subject: hello\nFrom: ana@example.com\n\nwords");

    ReceivedView view = reading.store.call(() -> mails.get(id));
    assertThat(view.subject()).isEqualTo("hello");
    assertThat(view.from()).isEqualTo("ana@example.com");
    assertThat(view.mailboxName()).isEqualTo("mailbox 8");
    assertThat(reading.store.call(() -> mails.raw(id)))
        .isEqualTo(
            "Subject: hello\nFrom: ana@example.com\n\nwords".getBytes(StandardCharsets.UTF_8));
    assertThat(reading.store.call(() -> mails.parsed(id)).mail().orElseThrow().text())
        .isEqualTo("words");
    assertThat(reading.store.call(() -> mails.list(ReceivedQuery.all(), Slice.first(5))).items())
        .containsExactly(view);
  }

  @Test
  void knows_no_mail_that_was_never_read() {
    assertThatThrownBy(() -> reading.store.call(() -> mails.get(new ReceivedId(404))))
        .isInstanceOf(ReceivedNotFound.class);
  }

  @Test
  void shows_a_contract_manager_the_mail_of_their_mailboxes_only() {
    ReceivedId id = received("Subject: hello\n\nwords");
    ManagersCall owner = ManagersCall.givenMailboxes(ACCOUNT.id().value());
    ManagersCall stranger = ManagersCall.givenMailboxes(ACCOUNT.id().value() + 1);

    assertThat(owner.call(this::total)).isOne();
    assertThat(stranger.call(this::total)).isZero();
    assertThat(owner.call(() -> reading.store.call(() -> mails.get(id)))).isNotNull();
    assertThatThrownBy(() -> stranger.run(() -> reading.store.call(() -> mails.raw(id))))
        .isInstanceOf(ReceivedNotFound.class);
  }

  private long total() {
    return reading.store.call(() -> mails.list(ReceivedQuery.all(), Slice.first(5))).total();
  }

  @Test
  void runs_an_ignored_mail_again_and_notes_who_asked() {
    ReceivedId id = received("Subject: hello\n\nwords");
    reading.store.run(() -> settle(id, Outcome.ignored("noise")));

    reading.store.run(() -> mails.runAgain(id));

    assertThat(reading.states()).containsExactly(ReceivedState.STORED);
    assertThat(audited).containsExactly("received.run_again received mail " + id);
  }

  @Test
  void notes_what_a_person_has_decided() {
    ReceivedId id = received("Subject: hello\n\nwords");
    reading.store.run(() -> settle(id, Outcome.quarantined("stranger")));

    reading.store.run(() -> mails.decide(id, Outcome.ignored("Discarded by ana.")));

    assertThat(reading.states()).containsExactly(ReceivedState.IGNORED);
    assertThat(audited).containsExactly("received.ignored received mail " + id);
  }

  @Test
  void tells_the_header_of_a_mail_decoded_and_in_its_order() {
    ReceivedId id =
        received("X-B: =?UTF-8?Q?d=C3=A9ux?=\nSubject: hello\n there\nx-b: two\n\nwords");

    MailHeaders headers = reading.store.call(() -> mails.headers(id));

    assertThat(headers.lines())
        .extracting(MailHeaders.Line::name)
        .containsExactly("X-B", "Subject", "x-b");
    assertThat(headers.values("x-B")).containsExactly("déux", "two");
    assertThat(headers.values("subject")).containsExactly("hello there");
  }

  @Test
  void tries_a_mail_only_in_an_input_mailbox() {
    assertThatThrownBy(() -> reading.store.call(() -> mails.tried(ACCOUNT.id(), new byte[] {1})))
        .isInstanceOf(NothingToTry.class);
  }

  @Test
  void runs_no_mail_again_that_has_opened_a_request() {
    ReceivedId id = received("Subject: hello\n\nwords");
    reading.store.run(() -> settle(id, Outcome.opened("42", "new")));

    assertThatThrownBy(() -> reading.store.run(() -> mails.runAgain(id)))
        .isInstanceOf(AlreadyDecided.class);
  }

  @Test
  void has_a_mailbox_read_without_waiting_for_its_turn() {
    reading.read();
    assertThat(reading.store.call(() -> reading.cursor().leasable(NOON))).isFalse();

    reading.store.run(() -> mails.readNow(ACCOUNT.id()));

    assertThat(reading.store.call(() -> reading.cursor().leasable(NOON))).isTrue();
  }

  @Test
  void a_mailbox_that_somebody_has_consented_for_is_due_at_once() {
    reading.read();
    assertThat(reading.store.call(() -> reading.cursor().leasable(NOON))).isFalse();

    ConsentedMailboxes consented = new ConsentedMailboxes();
    consented.transactions = reading.store;
    consented.cursors = reading.store.cursors();
    consented.clock = clock;
    consented.read(new ConsentGiven(ACCOUNT.id()));

    assertThat(reading.store.call(() -> reading.cursor().leasable(NOON))).isTrue();
  }

  private ReceivedId received(String mail) {
    server.receives(mail, NOON);
    return reading.read().ledger().get(0).id();
  }

  private void settle(ReceivedId id, Outcome outcome) {
    reading.store.mails().claim(id).orElseThrow().settle(outcome);
  }

  private ReceivedMails mails() {
    ReceivedMails face = new ReceivedMails();
    face.mails = reading.store.mails();
    face.cursors = reading.store.cursors();
    face.clock = clock;
    face.environment = Environment.of(name -> null);
    face.mailboxes =
        new Mailboxes() {
          @Override
          public Optional<MailboxView> find(MailboxId id) {
            return Optional.empty();
          }
        };
    face.audit =
        new Audit() {
          @Override
          public void note(String action, String subject, String detail) {
            audited.add(action + " " + subject);
          }
        };
    return face;
  }
}
