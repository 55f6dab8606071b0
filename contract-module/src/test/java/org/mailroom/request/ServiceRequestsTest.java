package org.mailroom.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.ManagersCall;
import org.mailroom.access.Reach;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractNotFound;
import org.mailroom.contract.Deployed;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The service over its store; each database has its subclass. */
abstract class ServiceRequestsTest {
  private static final Contact ANA = new Contact("Ana", EmailAddress.parse("ana@xpto.example"));

  private final NotedFlow flow = new NotedFlow();
  private TestDatabase database;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void numbers_begin_with_one_and_rise() {
    ContractId contract = contract(ContractFixture.draft("C-1", "XPTO"));

    assertThat(open(contract, "first").number()).isEqualTo(new RequestNumber(1));
    assertThat(open(contract, "second").number()).isEqualTo(new RequestNumber(2));
  }

  @Test
  void an_opened_request_is_there_with_all_that_came_with_it() {
    ContractId contract = contract(ContractFixture.draft("C-1", "XPTO"));

    RequestView opened = in(requests -> requests.open(mail(contract)));

    assertThat(get(opened.number())).isEqualTo(opened);
    assertThat(opened.contractNumber()).isEqualTo("C-1");
    assertThat(opened.client()).isEqualTo("XPTO");
    assertThat(opened.contact()).isEqualTo(ANA);
    assertThat(opened.copied()).containsExactly(address("bob@xpto.example"));
    assertThat(opened.classification())
        .isEqualTo(new Classification("Printing", Priority.HIGH, "DESK"));
    assertThat(opened.situation()).isEqualTo(Situation.IN_PROGRESS);
    assertThat(opened.thread()).containsExactly("<1@xpto.example>");
    assertThat(opened.openedBy()).isEqualTo("ana");
    assertThat(opened.occurrences())
        .extracting(OccurrenceView::by, OccurrenceView::origin, OccurrenceView::text)
        .containsExactly(tuple("ana", "system", "Opened."));
    assertThat(opened.attachments())
        .extracting(AttachmentView::name, AttachmentView::size)
        .containsExactly(tuple("fire.txt", 5L));
  }

  @Test
  void any_text_is_kept_but_for_what_no_database_keeps() {
    ContractId contract = contract(ContractFixture.draft("C-1", "XPTO"));
    String text = "línea\n".repeat(20_000) + "日本語 😀";

    RequestView opened =
        in(requests -> requests.open(OpenRequest.of(contract, "a\0b", text + "\0", ANA, "api")));

    assertThat(get(opened.number()).title()).isEqualTo("ab");
    assertThat(get(opened.number()).description()).isEqualTo(text);
  }

  @Test
  void the_flow_of_the_contract_starts_in_the_same_transaction() {
    ContractId contract = contract(ContractFixture.running("C-1", "XPTO", "support"));

    RequestView opened = open(contract, "Printer");

    assertThat(flow.notes()).containsExactly("opened 1 support");
    assertThat(opened.flow()).contains("support");
  }

  @Test
  void a_flow_that_ends_at_once_has_closed_the_request_when_it_is_open() {
    ContractId contract = contract(ContractFixture.running("C-1", "XPTO", "support"));

    RequestView opened =
        in(
            requests -> {
              flow.actsAtOnce(number -> requests.change(number, Situation.CLOSED));
              return requests.open(OpenRequest.of(contract, "Printer", "", ANA, "api"));
            });

    assertThat(opened.situation()).isEqualTo(Situation.CLOSED);
    assertThat(opened.closedAt()).isNotNull();
    assertThat(get(opened.number())).isEqualTo(opened);
  }

  @Test
  void nothing_opens_under_a_contract_that_does_not_run() {
    ContractId contract = contract(ContractFixture.inactive("C-1", "XPTO"));

    assertThatThrownBy(() -> open(contract, "Printer"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("C-1 does not run on 2026-11-22");
  }

  @Test
  void an_occurrence_has_its_words_and_files_and_joins_the_thread() {
    RequestNumber number = opened();

    OccurrenceView said = in(requests -> requests.append(number, reply("<2@xpto.example>")));

    RequestView request = get(number);
    assertThat(request.occurrences()).last().isEqualTo(said);
    assertThat(request.attachments()).isEmpty();
    assertThat(said.attachments()).hasSize(1);
    assertThat(request.thread()).containsExactly("<2@xpto.example>");
  }

  @Test
  void what_was_said_is_there_without_its_files_before_it_is_written() {
    RequestNumber number = opened();

    List<OccurrenceView> said =
        in(
            requests -> {
              requests.append(number, reply("<2@xpto.example>"));
              return requests.occurrences(number);
            });

    assertThat(said)
        .extracting(OccurrenceView::by, OccurrenceView::origin)
        .containsExactly(tuple("ana", "system"), tuple("Ana <ana@xpto.example>", "mail"));
    assertThat(said).flatExtracting(OccurrenceView::attachments).isEmpty();
    assertThatThrownBy(() -> in(requests -> requests.occurrences(new RequestNumber(987_654))))
        .isInstanceOf(RequestNotFound.class);
  }

  @Test
  void a_message_joins_the_thread_once_and_in_order() {
    RequestNumber number = opened();

    join(number, "<b@x>");
    join(number, "<a@x>");
    join(number, "<b@x>");
    join(number, "  ");
    join(number, "<" + "x".repeat(600) + ">");

    assertThat(get(number).thread()).containsExactly("<b@x>", "<a@x>");
  }

  @Test
  void mails_of_one_transaction_know_one_another() {
    RequestNumber number = opened();

    List<String> before =
        in(
            requests -> {
              requests.mailQueued(number, "<1@desk>", "Queued");
              List<String> ofFirst = requests.thread(number);
              requests.mailQueued(number, "<2@desk>", "Queued");
              return ofFirst;
            });

    assertThat(before).containsExactly("<1@desk>");
    assertThat(get(number).thread()).containsExactly("<1@desk>", "<2@desk>");
  }

  @Test
  void mails_that_join_at_the_same_time_do_not_clash() {
    RequestNumber number = opened();

    in(
        requests -> {
          requests.mailQueued(number, "<1@desk>", "Queued");
          in(
              others -> {
                others.mailQueued(number, "<2@desk>", "Queued");
                return null;
              });
          return null;
        });

    assertThat(get(number).thread()).containsExactlyInAnyOrder("<1@desk>", "<2@desk>");
  }

  @Test
  void an_address_in_copy_takes_part_once_whatever_the_case() {
    RequestNumber number = opened();

    copy(number, "bob@xpto.example");
    copy(number, "BOB@xpto.example");
    copy(number, "carl@xpto.example");

    assertThat(get(number).copied())
        .containsExactly(address("bob@xpto.example"), address("carl@xpto.example"));
  }

  @Test
  void a_change_of_situation_is_logged_with_who_made_it() {
    RequestNumber number = opened();

    change(number, Situation.SUSPENDED);

    OccurrenceView log = get(number).occurrences().get(1);
    assertThat(log.by()).isEqualTo("ana");
    assertThat(log.text()).isEqualTo("In progress → Suspended");
  }

  @Test
  void the_present_situation_again_changes_nothing() {
    RequestNumber number = opened();

    change(number, Situation.IN_PROGRESS);

    assertThat(get(number).occurrences()).hasSize(1);
  }

  @Test
  void closing_or_cancelling_ends_the_flow() {
    RequestNumber number = opened();

    change(number, Situation.CANCELLED);

    assertThat(flow.notes()).containsExactly("ended " + number);
    assertThat(get(number).closedAt()).isNotNull();
    assertThatThrownBy(() -> change(number, Situation.IN_PROGRESS))
        .isInstanceOf(SituationRefused.class);
  }

  @Test
  void a_reopened_request_is_closed_no_more() {
    RequestNumber number = opened();
    change(number, Situation.CLOSED);

    change(number, Situation.REOPENED);

    assertThat(get(number).closedAt()).isNull();
  }

  @Test
  void lists_show_the_newest_first_without_the_conversation() {
    ContractId one = contract(ContractFixture.draft("C-1", "XPTO"));
    ContractId two = contract(ContractFixture.draft("C-2", "Company2"));
    open(one, "Printer on fire");
    open(two, "100% broken");
    change(open(two, "Mouse").number(), Situation.CLOSED);

    assertThat(titles(RequestQuery.all()))
        .containsExactly("Mouse", "100% broken", "Printer on fire");
    assertThat(titles(text("PRINTER"))).containsExactly("Printer on fire");
    assertThat(titles(text("%"))).containsExactly("100% broken");
    assertThat(titles(text("#2"))).containsExactly("100% broken");
    assertThat(titles(text("ana@"))).hasSize(3);
    assertThat(titles(new RequestQuery(null, Optional.of(one), Optional.empty())))
        .containsExactly("Printer on fire");
    assertThat(titles(new RequestQuery(null, Optional.empty(), Optional.of(Situation.CLOSED))))
        .containsExactly("Mouse");
    assertThat(list(RequestQuery.all(), new Slice(1, 2)).total()).isEqualTo(3);
    assertThat(list(RequestQuery.all(), Slice.first(1)).items().get(0).occurrences()).isEmpty();
  }

  @Test
  void a_file_is_given_out_for_its_own_request_only() {
    ContractId contract = contract(ContractFixture.draft("C-1", "XPTO"));
    RequestView opened = in(requests -> requests.open(mail(contract)));
    long file = opened.attachments().get(0).id();

    String content = in(requests -> read(requests.attachment(opened.number(), file)));

    assertThat(content).isEqualTo("fire!");
    assertThatThrownBy(() -> in(requests -> requests.attachment(new RequestNumber(99), file)))
        .isInstanceOf(AttachmentNotFound.class);
  }

  @Test
  void a_request_that_continues_an_ended_one_says_so() {
    ContractId contract = contract(ContractFixture.draft("C-1", "XPTO"));
    RequestNumber old = open(contract, "Printer").number();

    RequestView next =
        in(
            requests ->
                requests.open(
                    new OpenRequest(
                        contract,
                        "Printer again",
                        "",
                        ANA,
                        "mail",
                        Optional.empty(),
                        Optional.of(old),
                        Classification.NONE,
                        List.of(),
                        List.of())));

    assertThat(next.refersTo()).contains(old);
    assertThat(next.occurrences().get(0).text()).isEqualTo("Opened; it continues request 1.");
  }

  @Test
  void the_subject_token_leads_back_to_the_request() {
    RequestNumber number = opened();

    String token = in(requests -> requests.subjectToken(number));
    Optional<RequestNumber> found = in(requests -> requests.inSubject("Re: " + token));

    assertThat(found).contains(number);
  }

  @Test
  void an_unknown_request_is_not_found() {
    RequestNumber unknown = new RequestNumber(99);
    Optional<RequestView> found = in(requests -> requests.find(unknown));

    assertThat(found).isEmpty();
    assertThatThrownBy(() -> get(unknown)).isInstanceOf(RequestNotFound.class);
    assertThatThrownBy(() -> change(unknown, Situation.CLOSED)).isInstanceOf(RequestNotFound.class);
  }

  @Test
  void contracts_can_tell_how_many_requests_they_have() {
    ContractId contract = contract(ContractFixture.draft("C-1", "XPTO"));
    open(contract, "Printer");

    long requests = in(ServiceRequestsTest::requestsUnderFirst);

    assertThat(requests).isEqualTo(1);
  }

  private static String read(AttachmentContent file) {
    try (InputStream content = file.content().get()) {
      return new String(content.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long requestsUnderFirst(ServiceRequests requests) {
    RequestsUnderContracts usage = new RequestsUnderContracts();
    usage.store = requests.store;
    return usage.requestsUnder(requests.get(new RequestNumber(1)).contract());
  }

  private static OpenRequest mail(ContractId contract) {
    return new OpenRequest(
        contract,
        "Printer on fire",
        "It burns.",
        ANA,
        "mail",
        Optional.of("<1@xpto.example>"),
        Optional.empty(),
        new Classification("Printing", Priority.HIGH, "DESK"),
        List.of(address("bob@xpto.example")),
        List.of(new NewAttachment("fire.txt", "text/plain", "fire!".getBytes(UTF_8))));
  }

  @Test
  void a_mail_in_two_mailboxes_links_the_requests_that_it_opened() {
    ContractId first = contract(ContractFixture.draft("C-1", "XPTO"));
    ContractId second = contract(ContractFixture.draft("C-2", "Company2"));
    RequestNumber here = in(requests -> requests.open(mail(first))).number();
    RequestNumber there = in(requests -> requests.open(mail(second))).number();
    open(second, "Something else");

    assertThat(get(here).twins()).containsExactly(new Twin(there, "C-2"));
    assertThat(get(there).twins()).containsExactly(new Twin(here, "C-1"));
    assertThat(in(requests -> requests.under(second, here)).orElseThrow().number())
        .isEqualTo(there);
    assertThat(in(requests -> requests.under(first, here)).orElseThrow().number()).isEqualTo(here);
  }

  @Test
  void a_contract_manager_sees_no_twin_under_contracts_of_others() {
    ContractId theirs = contract(ContractFixture.draft("C-1", "XPTO"));
    ContractId others = contract(ContractFixture.draft("C-2", "Company2"));
    RequestNumber here = in(requests -> requests.open(mail(theirs))).number();
    in(requests -> requests.open(mail(others)));

    ManagersCall manager = ManagersCall.givenContracts(theirs.value());

    assertThat(manager.call(() -> get(here)).twins()).isEmpty();
  }

  private static NewOccurrence reply(String messageId) {
    return new NewOccurrence(
        "Ana <ana@xpto.example>",
        "mail",
        "It still burns.",
        Optional.of(messageId),
        List.of(new NewAttachment("", null, new byte[] {1, 2})));
  }

  @Test
  void a_contract_manager_sees_and_opens_those_under_their_contracts() {
    ContractId theirs = contract(ContractFixture.draft("C-1", "XPTO"));
    ContractId others = contract(ContractFixture.draft("C-2", "Company2"));
    RequestNumber unseen = open(others, "Others").number();
    ManagersCall manager = ManagersCall.givenContracts(theirs.value());

    manager.run(() -> open(theirs, "Theirs"));

    assertThat(manager.call(() -> titles(RequestQuery.all()))).containsExactly("Theirs");
    assertThat(manager.call(() -> list(RequestQuery.all(), Slice.first(10))).total()).isOne();
    Optional<RequestView> found = manager.call(() -> in(requests -> requests.find(unseen)));
    assertThat(found).isEmpty();
    assertThatThrownBy(() -> manager.call(() -> get(unseen))).isInstanceOf(RequestNotFound.class);
    assertThatThrownBy(() -> manager.call(() -> open(others, "Mine")))
        .isInstanceOf(ContractNotFound.class);
  }

  @Test
  void the_flow_that_a_contract_manager_sets_going_reaches_everything() {
    ContractId theirs = contract(ContractFixture.running("C-1", "XPTO", "support"));
    List<Boolean> reaches = new ArrayList<>();
    flow.actsAtOnce(number -> reaches.add(Reach.ofThisCall().isEverything()));

    ManagersCall.givenContracts(theirs.value()).run(() -> open(theirs, "Printer"));

    assertThat(reaches).containsExactly(true);
  }

  private RequestNumber opened() {
    return open(contract(ContractFixture.draft("C-1", "XPTO")), "Printer").number();
  }

  private ContractId contract(ContractDraft draft) {
    return transaction(
        em ->
            ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit())
                .register(draft)
                .id());
  }

  private RequestView open(ContractId contract, String title) {
    return in(requests -> requests.open(OpenRequest.of(contract, title, "", ANA, "api")));
  }

  private RequestView get(RequestNumber number) {
    return in(requests -> requests.get(number));
  }

  private RequestView change(RequestNumber number, Situation wanted) {
    return in(requests -> requests.change(number, wanted));
  }

  private void join(RequestNumber number, String messageId) {
    in(
        requests -> {
          requests.joinThread(number, messageId);
          return null;
        });
  }

  private void copy(RequestNumber number, String address) {
    in(
        requests -> {
          requests.copy(number, List.of(address(address)));
          return null;
        });
  }

  private Page<RequestView> list(RequestQuery query, Slice slice) {
    return in(requests -> requests.list(query, slice));
  }

  private List<String> titles(RequestQuery query) {
    return list(query, Slice.first(10)).items().stream().map(RequestView::title).toList();
  }

  private static RequestQuery text(String text) {
    return new RequestQuery(text, Optional.empty(), Optional.empty());
  }

  private static EmailAddress address(String text) {
    return new EmailAddress(text);
  }

  private <T> T in(Function<ServiceRequests, T> work) {
    return transaction(
        em -> {
          ServiceRequests requests = RequestFixture.requests(em);
          requests.flows = Deployed.one(flow);
          return work.apply(requests);
        });
  }

  private <T> T transaction(Function<EntityManager, T> work) {
    return database.transaction("contract", work);
  }
}
