package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.intake.MailFixture.mail;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.attachment.AttachmentFixture;
import org.mailroom.attachment.clamd.ScriptedClamd;
import org.mailroom.bounce.Bounce;
import org.mailroom.bounce.Bounces;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.Deployed;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.contract.ReleasedSenders;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.Parsed;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.ReceivedView;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.ReturnedMessage;
import org.mailroom.paging.Slice;
import org.mailroom.people.People;
import org.mailroom.request.AttachmentView;
import org.mailroom.request.Classification;
import org.mailroom.request.Contact;
import org.mailroom.request.NotedFlow;
import org.mailroom.request.OccurrenceView;
import org.mailroom.request.Priority;
import org.mailroom.request.RequestFixture;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestQuery;
import org.mailroom.request.RequestView;
import org.mailroom.request.Situation;
import org.mailroom.request.Twin;
import org.mailroom.rule.MailRules;
import org.mailroom.rule.RuleAction;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleDraft;
import org.mailroom.rule.RuleField;
import org.mailroom.rule.RuleFixture;
import org.mailroom.rule.RuleTest;
import org.mailroom.transaction.EachTime;

/** Intake over real requests and contracts on H2; the mailboxes and the outbox are made up. */
class IntakeTest {
  private static final RequestNumber FIRST = new RequestNumber(1);
  private static final String OURS = "<message-1@mailroom.example>";

  private final Ledger ledger = new Ledger();
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
  void takes_mail_when_flows_can_start() {
    NotedFlow flow = new NotedFlow();
    Intake intake = new Intake();
    intake.flows = Deployed.one(flow);

    intake.ready();

    assertThat(flow.notes()).containsExactly("ready");
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
  void mail_of_a_mailbox_that_no_contract_reads_is_not_taken() {
    IncomingMail mail = mail().in(4711).build();

    Optional<Outcome> outcome = in(em -> intake(em).handle(mail));

    assertThat(outcome).isEmpty();
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
    return in(em -> intake(em).handle(mail).orElseThrow());
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

  @Test
  void a_forward_to_the_thread_keeps_what_it_forwards() {
    handle(mail().build());
    String forwarded = "See below.\n\nOn 22 Nov 2026, Eve wrote:\n> The fuse is gone.";

    handle(mail().subject("Fwd: Printer on fire").answering(OURS).text(forwarded).build());

    assertThat(get(FIRST).occurrences().get(1).text()).isEqualTo(forwarded);
  }

  @Test
  void what_would_open_a_request_is_told_and_opens_none() {
    IntakeTrial trial = tried(mail().build());

    assertThat(trial.outcome())
        .isEqualTo(new Outcome(ReceivedState.OPENED, "A new mail.", Optional.empty()));
    assertThat(trial.contract().orElseThrow().number()).isEqualTo("C-1");
    assertThat(trial.text()).isEqualTo("It burns.");
    assertThat(trial.mail().orElseThrow().attachments()).hasSize(1);
    assertThat(requests()).isZero();
  }

  @Test
  void what_would_answer_a_request_is_told_and_leaves_it_as_it_is() {
    handle(mail().build());
    in(em -> RequestFixture.requests(em).change(FIRST, Situation.CLOSED));
    RequestView before = get(FIRST);

    IntakeTrial trial = tried(mail().answering(OURS).text("Still.\n> It burns.").build());

    assertThat(trial.outcome())
        .isEqualTo(Outcome.appended("1", "It answers request 1, which it reopens."));
    assertThat(trial.text()).isEqualTo("Still.");
    assertThat(get(FIRST)).isEqualTo(before);
  }

  @Test
  void what_would_be_a_report_is_told_as_one() {
    bounce = new Bounce("bob@xpto.example: 550 5.1.1 unknown", Optional.empty());

    assertThat(tried(mail().build()).outcome().state()).isEqualTo(ReceivedState.IGNORED);
  }

  @Test
  void what_is_beyond_a_limit_would_be_quarantined() {
    IntakeTrial trial = tried(null);

    assertThat(trial.outcome()).isEqualTo(Outcome.quarantined("Too many parts."));
    assertThat(trial.mail()).isEmpty();
  }

  @Test
  void a_trial_passes_the_scanner_as_real_mail_does() throws IOException {
    try (ScriptedClamd scanner = new ScriptedClamd(1000)) {
      clamd = scanner.where();

      assertThat(tried(mail().build()).outcome().state()).isEqualTo(ReceivedState.OPENED);
      IntakeTrial trial = tried(mail().file("VIRUS").build());
      assertThat(trial.outcome())
          .isEqualTo(Outcome.quarantined("fire.txt: it carries the virus Test.Virus-1."));
      assertThat(trial.text()).isEmpty();
    }
  }

  @Test
  void a_trial_tells_that_mail_would_wait_for_the_scanner() {
    clamd = "/no/such/socket";

    Outcome outcome = tried(mail().build()).outcome();
    assertThat(outcome.state()).isEqualTo(ReceivedState.STORED);
    assertThat(outcome.reason()).contains("/no/such/socket");
  }

  private IntakeTrial tried(IncomingMail mail) {
    ledger.holds(mail);
    return in(em -> trials(em).tried(new MailboxId(1), new byte[0]));
  }

  @Test
  void a_rule_of_the_mailbox_classifies_what_it_opens() {
    rule(RuleAction.OPEN, "printer");

    Outcome outcome = handle(mail().build());

    assertThat(outcome).isEqualTo(Outcome.opened("1", "A new mail. Rule \"For printer\" applies."));
    assertThat(get(FIRST).classification())
        .isEqualTo(new Classification("Printing", Priority.HIGH, ""));
    assertThat(tried(mail().build()).rule().orElseThrow().name()).isEqualTo("For printer");
  }

  @Test
  void a_rule_on_a_header_reads_the_mail_as_it_came() {
    rule(
        RuleAction.IGNORE,
        new RuleCondition(RuleField.HEADER, "X-Spam", RuleTest.MATCHES, "^ye+s$"));
    ledger.raw = "X-SPAM: yes\nSubject: Printer\n\nIt burns.";

    assertThat(handle(mail().build()).state()).isEqualTo(ReceivedState.IGNORED);
    ledger.raw = "X-Spam: no\nSubject: Printer\n\nIt burns.";
    assertThat(handle(mail().build()).state()).isEqualTo(ReceivedState.OPENED);
  }

  private void rule(RuleAction action, String word) {
    rule(action, new RuleCondition(RuleField.SUBJECT, "", RuleTest.CONTAINS, word));
  }

  private void rule(RuleAction action, RuleCondition condition) {
    in(em -> RuleFixture.keepMailbox(em, new MailboxId(1)));
    in(
        em ->
            rules(em)
                .add(
                    new MailboxId(1),
                    new RuleDraft(
                        "For " + condition.wanted(),
                        null,
                        List.of(condition),
                        action,
                        "Printing",
                        Priority.HIGH,
                        null)));
  }

  @Test
  void the_same_mail_in_two_mailboxes_opens_a_request_in_each_and_an_answer_goes_to_both() {
    var second = mailboxes.input("Company2 inbox", "support@company2.example");
    in(em -> contracts(em).register(ContractFixture.linked("C-2", "Company2", null, second)));
    handle(mail().build());
    handle(mail().in(2).build());

    RequestNumber other = new RequestNumber(2);
    assertThat(get(FIRST).twins()).containsExactly(new Twin(other, "C-2"));

    Outcome here = handle(mail().answering(OURS).build());
    Outcome there = handle(mail().in(2).answering(OURS).build());

    assertThat(here).isEqualTo(Outcome.appended("1", "It answers request 1."));
    assertThat(there).isEqualTo(Outcome.appended("2", "It answers request 2."));
  }

  @Test
  void a_person_assigns_a_mail_to_a_request_and_its_sender_takes_part_from_then_on() {
    handle(mail().build());
    in(em -> RequestFixture.requests(em).change(FIRST, Situation.RESOLVED));
    ledger.holds(mail().from("eve@other.example").named("Eve").build());

    run(em -> decisions(em).assign(new ReceivedId(1), FIRST));

    RequestView request = get(FIRST);
    assertThat(ledger.decided)
        .containsExactly(Outcome.appended("1", "Assigned to request 1 by ana."));
    assertThat(request.situation()).isEqualTo(Situation.REOPENED);
    assertThat(request.copied()).contains(new EmailAddress("eve@other.example"));
    assertThat(request.occurrences())
        .filteredOn(said -> said.by().equals("Eve <eve@other.example>"))
        .singleElement()
        .satisfies(said -> assertThat(said.attachments()).hasSize(1));
  }

  @Test
  void a_mail_that_cannot_be_read_is_assigned_whole() {
    handle(mail().build());

    run(em -> decisions(em).assign(new ReceivedId(1), FIRST));

    assertThat(get(FIRST).occurrences())
        .filteredOn(said -> said.text().equals("Too many parts."))
        .singleElement()
        .satisfies(
            said ->
                assertThat(said.attachments())
                    .extracting(AttachmentView::name)
                    .containsExactly("received-1.eml"));
  }

  @Test
  void a_person_opens_a_request_for_a_mail_that_no_rule_would_let_in() {
    rule(RuleAction.IGNORE, "printer");
    ledger.holds(mail().build());

    RequestNumber opened =
        in(
            em ->
                decisions(em)
                    .open(new ReceivedId(1), contracts(em).withNumber("C-1").orElseThrow().id()));

    assertThat(get(opened).title()).isEqualTo("Printer on fire");
    assertThat(ledger.decided)
        .containsExactly(Outcome.opened(opened.toString(), "Opened under contract C-1 by ana."));
  }

  @Test
  void a_released_sender_is_let_in_and_what_waited_runs_again() {
    in(em -> contracts(em).change(contract(em).id(), picky(), Optional.empty()));
    assertThat(handle(mail().build()).state()).isEqualTo(ReceivedState.QUARANTINED);

    int again = in(em -> decisions(em).releaseSender(new ReceivedId(1), true));

    assertThat(again).isEqualTo(2);
    assertThat(ledger.ranAgain).containsExactly(new ReceivedId(1), new ReceivedId(3));
    assertThat(handle(mail().from("ANA@xpto.example").build()).state())
        .isEqualTo(ReceivedState.OPENED);
  }

  @Test
  void several_are_discarded_but_for_those_that_something_has_come_of() {
    ledger.settled = new ReceivedId(2);

    BulkOutcome outcome =
        in(
            em ->
                decisions(em)
                    .all(
                        ReceivedAction.DISCARD,
                        List.of(new ReceivedId(1), new ReceivedId(2), new ReceivedId(1))));

    assertThat(outcome)
        .isEqualTo(new BulkOutcome(List.of(new ReceivedId(1)), List.of(new ReceivedId(2))));
    assertThat(ledger.decided).containsExactly(Outcome.ignored("Discarded by ana."));
  }

  private ContractView contract(EntityManager em) {
    return contracts(em).withNumber("C-1").orElseThrow();
  }

  private static ContractDraft picky() {
    return new ContractDraft(
        "C-1",
        "XPTO",
        null,
        null,
        null,
        null,
        null,
        new MailboxId(1),
        null,
        null,
        SenderPolicy.KNOWN,
        null);
  }

  private void run(Consumer<EntityManager> work) {
    in(
        em -> {
          work.accept(em);
          return null;
        });
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
    intake.bounces = new Reports();
    intake.received = ledger;
    intake.judge = judge(em);
    intake.filing = new Filing();
    intake.filing.requests = RequestFixture.requests(em);
    intake.files = files();
    intake.once = new EachTime();
    return intake;
  }

  private IntakeTrials trials(EntityManager em) {
    IntakeTrials trials = new IntakeTrials();
    trials.received = ledger;
    trials.bounces = new Reports();
    trials.judge = judge(em);
    trials.files = files();
    return trials;
  }

  private ReceivedDecisions decisions(EntityManager em) {
    ReceivedDecisions decisions = new ReceivedDecisions();
    decisions.received = ledger;
    decisions.requests = RequestFixture.requests(em);
    decisions.contracts = contracts(em);
    decisions.released = released(em);
    decisions.judge = judge(em);
    decisions.filing = new Filing();
    decisions.filing.requests = decisions.requests;
    decisions.files = files();
    decisions.audit = new NotedAudit();
    return decisions;
  }

  @Test
  void waits_for_others_where_files_are_scanned() {
    Intake intake = new Intake();
    intake.scan = AttachmentFixture.scan("");
    assertThat(intake.waitsForOthers()).isFalse();

    intake.scan = AttachmentFixture.scan("127.0.0.1:3310");
    assertThat(intake.waitsForOthers()).isTrue();
  }

  private MailFiles files() {
    MailFiles files = new MailFiles();
    files.screen = RequestFixture.screen(clamd);
    return files;
  }

  private ReleasedSenders released(EntityManager em) {
    return ContractFixture.released(em, contracts(em), new NotedAudit());
  }

  private MailRules rules(EntityManager em) {
    return RuleFixture.rules(em, mailboxes, new NotedAudit());
  }

  private Judge judge(EntityManager em) {
    Judge judge = new Judge();
    judge.contracts = contracts(em);
    judge.requests = RequestFixture.requests(em);
    judge.threads = RequestFixture.threads(em, judge.requests);
    judge.people = new Strangers();
    judge.released = released(em);
    judge.rules = rules(em);
    judge.mailboxes = mailboxes;
    judge.outbox = new SentMail();
    judge.clock = ContractFixture.NOON;
    judge.once = new EachTime();
    return judge;
  }

  /** Holds one mail that the test has built; without one, it refuses what it is asked for. */
  private static final class Ledger extends ReceivedMails {
    private final List<Outcome> decided = new ArrayList<>();
    private final List<ReceivedId> ranAgain = new ArrayList<>();
    private IncomingMail held;
    private ReceivedId settled;
    private String raw = "";

    void holds(IncomingMail mail) {
      held = mail;
    }

    @Override
    public Parsed tried(MailboxId mailbox, byte[] content) {
      return new Parsed(Optional.ofNullable(held), held == null ? "Too many parts." : "");
    }

    @Override
    public Parsed parsed(ReceivedId id) {
      return tried(new MailboxId(1), new byte[0]);
    }

    @Override
    public byte[] raw(ReceivedId id) {
      return raw.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ReceivedView get(ReceivedId id) {
      return find(id).orElseThrow();
    }

    @Override
    public Optional<ReceivedView> find(ReceivedId id) {
      ReceivedState state = id.equals(settled) ? ReceivedState.OPENED : ReceivedState.QUARANTINED;
      return Optional.of(
          new ReceivedView(
              id,
              new MailboxId(1),
              "XPTO inbox",
              ContractFixture.NOON.instant(),
              "ana@xpto.example",
              "Printer on fire",
              "<mail-1@xpto.example>",
              100,
              state,
              "",
              Optional.empty(),
              0));
    }

    @Override
    public void decide(ReceivedId id, Outcome outcome) {
      decided.add(outcome);
    }

    @Override
    public List<ReceivedId> quarantinedFrom(MailboxId mailbox, EmailAddress sender) {
      return List.of(new ReceivedId(1), new ReceivedId(3));
    }

    @Override
    public void runAgain(ReceivedId id) {
      ranAgain.add(id);
    }
  }

  /** No mail is a report, unless the test says so. */
  private final class Reports extends Bounces {
    @Override
    public Optional<Bounce> reported(IncomingMail mail) {
      return Optional.ofNullable(bounce);
    }

    @Override
    public Optional<Bounce> foreseen(IncomingMail mail, byte[] raw) {
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
    public Optional<EmailAddress> sessionAddress() {
      return Optional.of(new EmailAddress("noreply@mailroom.example"));
    }
  }
}
