package org.mailroom.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.mailbox.EmailAddress;

/** Merging and splitting; each database has its subclass. */
abstract class RequestThreadsContract {
  private static final RequestNumber FIRST = new RequestNumber(1);
  private static final RequestNumber SECOND = new RequestNumber(2);
  private static final String SPLIT_MAIL = "<m2@xpto.example>";

  private TestDatabase database;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void two_requests_of_one_contract() {
    database = newDatabase();
    ContractId contract = contract("C-1");
    open(contract, "Printer", "ana@xpto.example");
    open(contract, "Printer again", "bob@xpto.example");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void who_took_part_in_the_merged_one_takes_part_in_the_other_and_mail_follows() {
    RequestView merged = in((threads, requests) -> threads.merge(FIRST, SECOND));

    assertThat(merged.number()).isEqualTo(SECOND);
    assertThat(merged.copied()).contains(new EmailAddress("ana@xpto.example"));
    assertThat(merged.thread()).contains("<Printer@x>");
    assertThat(get(FIRST).situation()).isEqualTo(Situation.CANCELLED);
    assertThat(following(FIRST)).contains(SECOND);
    assertThat(following(SECOND)).contains(SECOND);
  }

  @Test
  void what_makes_no_sense_is_not_merged() {
    open(contract("C-2"), "Others", "carl@x.example");
    in((threads, requests) -> threads.merge(FIRST, SECOND));

    assertRefused(SECOND, SECOND, "MERGE_SELF");
    assertRefused(SECOND, new RequestNumber(3), "MERGE_CONTRACT");
    assertRefused(FIRST, SECOND, "MERGED_BEFORE");
    assertRefused(SECOND, FIRST, "MERGED_BEFORE");
  }

  private void assertRefused(RequestNumber from, RequestNumber into, String code) {
    assertThatThrownBy(() -> in((threads, requests) -> threads.merge(from, into)))
        .isInstanceOfSatisfying(
            InvalidRequest.class,
            refusal -> assertThat(refusal.problems()).extracting("code").containsExactly(code));
  }

  @Test
  void an_occurrence_becomes_a_request_with_its_files_and_its_mail_and_mail_below_it_follows() {
    long occurrence = said();

    RequestView split = in((threads, requests) -> threads.split(FIRST, occurrence, "The mouse"));

    assertThat(split.title()).isEqualTo("The mouse");
    assertThat(split.description()).isEqualTo("And the mouse?");
    assertThat(split.contact())
        .isEqualTo(new Contact("Carl", EmailAddress.parse("carl@xpto.example")));
    assertThat(split.refersTo()).contains(FIRST);
    assertThat(split.attachments()).extracting(AttachmentView::name).containsExactly("m.txt");
    assertThat(split.mail()).contains(new MailView(7, true, false));
    assertThat(following(FIRST, "<m3@xpto.example>", SPLIT_MAIL)).contains(split.number());
    assertThat(following(FIRST, "<m3@xpto.example>")).contains(FIRST);
    assertThat(get(FIRST).occurrences()).last().extracting("text").asString().contains("mouse");
  }

  @Test
  void what_was_split_off_and_merged_back_is_one_again() {
    long occurrence = said();
    RequestNumber split =
        in((threads, requests) -> threads.split(FIRST, occurrence, null)).number();

    in((threads, requests) -> threads.merge(split, FIRST));

    assertThat(following(FIRST, SPLIT_MAIL)).contains(FIRST);
  }

  @Test
  void an_occurrence_that_is_not_there_is_not_split_off() {
    assertThatThrownBy(() -> in((threads, requests) -> threads.split(FIRST, 4711, null)))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("no occurrence 4711");
  }

  private long said() {
    NewOccurrence mail =
        new NewOccurrence(
            "Carl <carl@xpto.example>",
            "mail",
            "And the mouse?",
            Optional.of(SPLIT_MAIL),
            List.of(new NewAttachment("m.txt", "text/plain", "squeak".getBytes(UTF_8))),
            Optional.of(new OriginalMail(new ReceivedId(7), "<p>And the mouse?</p>")));
    return in((threads, requests) -> requests.append(FIRST, mail)).id();
  }

  private Optional<RequestNumber> following(RequestNumber answered, String... thread) {
    Optional<RequestView> found =
        in((threads, requests) -> threads.following(answered, List.of(thread)));
    return found.map(RequestView::number);
  }

  private RequestView get(RequestNumber number) {
    return in((threads, requests) -> requests.get(number));
  }

  private ContractId contract(String number) {
    return database.transaction(
        "contract",
        em ->
            ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit())
                .register(ContractFixture.draft(number, "XPTO"))
                .id());
  }

  private void open(ContractId contract, String title, String email) {
    OpenRequest mail =
        new OpenRequest(
            contract,
            title,
            "",
            new Contact("Who", EmailAddress.parse(email)),
            "mail",
            Optional.of("<%s@x>".formatted(title)),
            Optional.empty(),
            Classification.NONE,
            List.of(),
            List.of());
    in((threads, requests) -> requests.open(mail));
  }

  private <T> T in(BiFunction<RequestThreads, ServiceRequests, T> work) {
    return database.transaction("contract", em -> call(em, work));
  }

  private static <T> T call(EntityManager em, BiFunction<RequestThreads, ServiceRequests, T> work) {
    ServiceRequests requests = RequestFixture.requests(em);
    return work.apply(RequestFixture.threads(em, requests), requests);
  }
}
