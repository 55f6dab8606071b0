package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.intake.MailFixture.mail;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.bounce.Bounce;
import org.mailroom.bounce.Bounces;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.ReturnedMessage;
import org.mailroom.outbox.Route;
import org.mailroom.paging.Slice;
import org.mailroom.people.People;
import org.mailroom.request.Contact;
import org.mailroom.request.OccurrenceView;
import org.mailroom.request.RequestFixture;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestQuery;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;
import org.mailroom.request.Situation;

/** Intake over real requests and contracts on H2; the mailboxes and the outbox are made up. */
class IntakeTest {
  private static final RequestNumber FIRST = new RequestNumber(1);
  private static final String OURS = "<message-1@mailroom.example>";

  private final KnownMailboxes mailboxes = new KnownMailboxes();
  private TestDatabase database;
  private Bounce bounce;
  private String clamd = "";

  @BeforeEach
  void a_contract_that_reads_from_mailbox_1() {
    database = TestDatabase.h2();
    var input = mailboxes.input("XPTO inbox", "support@xpto.example");
    in(em -> contracts(em).register(ContractFixture.linked("C-1", "XPTO", null, input)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void reads_the_mailboxes_that_contracts_name() {
    Set<MailboxId> read = in(em -> intake(em).mailboxesToRead());

    assertThat(read).containsExactly(new MailboxId(1));
  }

  @Test
  void a_new_mail_becomes_a_request_with_all_that_came_with_it() {
    Outcome outcome = handle(mail().to("support@xpto.example", "carl@xpto.example").build());

    RequestView request = get(FIRST);
    assertThat(outcome).isEqualTo(Outcome.opened("1", "A new mail."));
    assertThat(request.title()).isEqualTo("Printer on fire");
    assertThat(request.description()).isEqualTo("It burns.");
    assertThat(request.contact())
        .isEqualTo(new Contact("Ana", EmailAddress.parse("ana@xpto.example")));
    assertThat(request.copied()).containsExactly(new EmailAddress("carl@xpto.example"));
    assertThat(request.thread()).containsExactly("<mail-1@xpto.example>");
    assertThat(request.attachments()).hasSize(1);
  }

  @Test
  void a_sender_without_a_name_is_called_by_the_address() {
    handle(mail().named("").build());

    assertThat(get(FIRST).contact().name()).isEqualTo("ana");
  }

  @Test
  void an_answer_to_a_mail_of_ours_becomes_an_occurrence_without_its_tail() {
    handle(mail().build());

    Outcome outcome =
        handle(
            mail()
                .answering("<unknown@xpto.example>", OURS)
                .text("It still burns.\n\nOn 22 Nov 2026, Desk wrote:\n> We look into it.")
                .to("support@xpto.example", "carl@xpto.example")
                .build());

    OccurrenceView said = get(FIRST).occurrences().get(1);
    assertThat(outcome).isEqualTo(Outcome.appended("1", "It answers request 1."));
    assertThat(said.by()).isEqualTo("Ana <ana@xpto.example>");
    assertThat(said.text()).isEqualTo("It still burns.");
    assertThat(said.attachments()).hasSize(1);
    assertThat(get(FIRST).copied()).containsExactly(new EmailAddress("carl@xpto.example"));
  }

  @Test
  void an_answer_without_headers_finds_its_request_by_the_token_in_its_subject() {
    handle(mail().build());
    String token = in(em -> RequestFixture.requests(em).subjectToken(FIRST));

    Outcome outcome = handle(mail().subject("RE: Printer on fire " + token).build());

    assertThat(outcome.state()).isEqualTo(ReceivedState.APPENDED);
  }

  @Test
  void an_answer_to_a_closed_request_reopens_it() {
    handle(mail().build());
    in(em -> RequestFixture.requests(em).change(FIRST, Situation.CLOSED));

    Outcome outcome = handle(mail().answering(OURS).build());

    assertThat(outcome).isEqualTo(Outcome.appended("1", "It answers request 1, which it reopens."));
    assertThat(get(FIRST).situation()).isEqualTo(Situation.REOPENED);
  }

  @Test
  void an_answer_to_a_cancelled_request_opens_another() {
    handle(mail().build());
    in(em -> RequestFixture.requests(em).change(FIRST, Situation.CANCELLED));

    Outcome outcome = handle(mail().answering(OURS).build());

    assertThat(outcome).isEqualTo(Outcome.opened("2", "It answers request 1, which is Cancelled."));
    assertThat(get(new RequestNumber(2)).refersTo()).contains(FIRST);
  }

  @Test
  void mail_from_the_default_outboxs_own_address_is_ignored() {
    Outcome outcome = handle(mail().from("noreply@mailroom.example").build());

    assertThat(outcome.state()).isEqualTo(ReceivedState.IGNORED);
    assertThat(requests()).isZero();
  }

  @Test
  void a_mail_that_was_rolled_back_opens_one_request_when_it_is_handled_again() {
    try {
      in(
          em -> {
            intake(em).handle(mail().build());
            throw new IllegalStateException("the ledger could not be settled");
          });
    } catch (IllegalStateException crash) {
      assertThat(requests()).isZero();
    }

    handle(mail().build());

    assertThat(requests()).isEqualTo(1);
  }

  private Outcome handle(IncomingMail mail) {
    return in(em -> intake(em).handle(mail));
  }

  @Test
  void what_a_mail_server_returns_is_told_on_the_request_that_it_was_sent_for() {
    handle(mail().build());
    bounce =
        new Bounce(
            "bob@xpto.example: 550 5.1.1 unknown",
            Optional.of(
                new ReturnedMessage(
                    new OutboxMessageId(7), "1", List.of(new EmailAddress("bob@xpto.example")))));

    Outcome outcome = handle(mail().answering(OURS).build());

    assertThat(outcome).isEqualTo(Outcome.appended("1", "It reports on message 7."));
    assertThat(get(FIRST).occurrences())
        .extracting(OccurrenceView::text)
        .contains("bob@xpto.example: 550 5.1.1 unknown");
    assertThat(requests()).isOne();
  }

  @Test
  void what_is_returned_of_others_opens_nothing() {
    bounce = new Bounce("bob@xpto.example: 550 5.1.1 unknown", Optional.empty());

    assertThat(handle(mail().build()).state()).isEqualTo(ReceivedState.IGNORED);
    assertThat(requests()).isZero();
  }

  private RequestView get(RequestNumber number) {
    return in(em -> RequestFixture.requests(em).get(number));
  }

  private long requests() {
    return in(em -> RequestFixture.requests(em).list(RequestQuery.all(), Slice.first(10)).total());
  }

  private <T> T in(Function<EntityManager, T> work) {
    return database.transaction("contract", work);
  }

  private Contracts contracts(EntityManager em) {
    return ContractFixture.contracts(em, mailboxes, new NotedAudit());
  }

  private Intake intake(EntityManager em) {
    Intake intake = new Intake();
    intake.contracts = contracts(em);
    ServiceRequests requests = RequestFixture.requests(em);
    intake.requests = requests;
    intake.threads = RequestFixture.threads(em, requests);
    intake.people = new Strangers();
    intake.mailboxes = mailboxes;
    intake.outbox = new SentMail();
    intake.bounces = new Reports();
    intake.files = new MailFiles();
    intake.files.screen = RequestFixture.screen(clamd);
    intake.clock = ContractFixture.NOON;
    return intake;
  }

  /** No mail is a report, unless the test says so. */
  private final class Reports extends Bounces {
    @Override
    public Optional<Bounce> reported(IncomingMail mail) {
      return Optional.ofNullable(bounce);
    }
  }

  /** Nobody is known. */
  private static final class Strangers extends People {
    @Override
    public boolean knows(EmailAddress address) {
      return false;
    }
  }

  /** One message has left, about the first request; the default outbox is the Mail Session. */
  private static final class SentMail extends Outbox {
    private final Map<String, String> references = Map.of(OURS, "1");

    @Override
    public Optional<String> referenceOf(String messageId) {
      return Optional.ofNullable(references.get(messageId));
    }

    @Override
    public Route defaultRoute() {
      return Route.throughSession(new EmailAddress("noreply@mailroom.example"), "Mailroom");
    }
  }
}
