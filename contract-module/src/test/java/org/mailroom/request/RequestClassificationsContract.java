package org.mailroom.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.KnownMailboxes;
import org.mailroom.contract.NotedAudit;
import org.mailroom.database.TestDatabase;
import org.mailroom.failure.Problem;

/** The service over its store; each database has its subclass. The group GONE was deleted. */
abstract class RequestClassificationsContract {
  private static final Classification FROM_A_RULE =
      new Classification("Printing", Priority.NORMAL, "GONE");

  private final NotedAudit audit = new NotedAudit();
  private TestDatabase database;
  private RequestNumber number;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void a_request() {
    database = newDatabase();
    ContractId contract = contract();
    number = in((classifications, requests) -> requests.open(fromARule(contract))).number();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_person_says_it_anew_and_the_log_tells() {
    RequestView changed = change(new Classification("  Screens ", Priority.HIGH, "DESK"));

    assertThat(changed.classification())
        .isEqualTo(new Classification("Screens", Priority.HIGH, "DESK"));
    assertThat(get()).isEqualTo(changed);
    String words = "Service: Printing → Screens; Priority: NORMAL → HIGH; Group: GONE → DESK";
    assertThat(changed.occurrences())
        .extracting(OccurrenceView::by, OccurrenceView::origin, OccurrenceView::text)
        .endsWith(tuple("ana", "system", words));
    assertThat(audit.notes()).containsExactly("request.classified request 1 " + words);
  }

  @Test
  void the_same_again_changes_nothing() {
    RequestView before = get();

    assertThat(change(FROM_A_RULE)).isEqualTo(before);
    assertThat(audit.notes()).isEmpty();
  }

  @Test
  void what_is_left_out_is_empty_or_usual_and_a_deleted_group_may_stay() {
    change(new Classification("Printing", Priority.CRITICAL, "GONE"));
    assertThat(get().classification().group()).isEqualTo("GONE");

    change(new Classification(null, null, null));

    assertThat(get().classification()).isEqualTo(Classification.NONE);
    assertThat(get().occurrences())
        .last()
        .extracting(OccurrenceView::text)
        .isEqualTo("Service: Printing → –; Priority: CRITICAL → NORMAL; Group: GONE → –");
  }

  @Test
  void every_broken_rule_is_told_and_nothing_is_changed() {
    InvalidRequest refused =
        catchThrowableOfType(
            InvalidRequest.class,
            () -> change(new Classification("s".repeat(101), Priority.HIGH, "NOBODY")));

    assertThat(refused.problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple("SERVICE_LENGTH", "service"), tuple("GROUP_UNKNOWN", "group"));
    assertThat(get().classification()).isEqualTo(FROM_A_RULE);
  }

  @Test
  void an_ended_request_may_still_be_classified_and_one_that_is_not_there_is_told() {
    in((classifications, requests) -> requests.change(number, Situation.CLOSED));

    assertThat(change(Classification.NONE).classification()).isEqualTo(Classification.NONE);
    assertThatThrownBy(
            () -> in((c, requests) -> c.change(new RequestNumber(4711), Classification.NONE)))
        .isInstanceOf(RequestNotFound.class);
  }

  private RequestView change(Classification wanted) {
    return in((classifications, requests) -> classifications.change(number, wanted));
  }

  private RequestView get() {
    return in((classifications, requests) -> requests.get(number));
  }

  private ContractId contract() {
    return database.transaction(
        "contract",
        em ->
            ContractFixture.contracts(em, new KnownMailboxes(), new NotedAudit())
                .register(ContractFixture.draft("C-1", "XPTO"))
                .id());
  }

  private static OpenRequest fromARule(ContractId contract) {
    OpenRequest plain = OpenRequest.of(contract, "Printer", "", null, "api");
    return new OpenRequest(
        plain.contract(),
        plain.title(),
        plain.description(),
        plain.contact(),
        plain.origin(),
        plain.sourceMessageId(),
        plain.refersTo(),
        FROM_A_RULE,
        plain.copied(),
        plain.attachments());
  }

  private <T> T in(BiFunction<RequestClassifications, ServiceRequests, T> work) {
    return database.transaction(
        "contract",
        em -> {
          ServiceRequests requests = RequestFixture.requests(em);
          return work.apply(RequestFixture.classifications(em, requests, audit), requests);
        });
  }
}
