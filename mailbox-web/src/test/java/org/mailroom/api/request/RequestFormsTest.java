package org.mailroom.api.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.api.Body;
import org.mailroom.api.problem.InvalidBody;
import org.mailroom.api.reference.ContractReferencesOf;
import org.mailroom.api.reference.FakeContracts;
import org.mailroom.contract.ContractId;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Contact;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.Situation;

class RequestFormsTest {
  private final RequestForms forms = new RequestForms();

  RequestFormsTest() {
    forms.contracts = ContractReferencesOf.these(FakeContracts.contract(3, "C-1"));
  }

  @Test
  void a_request_names_its_contract_by_number_or_id() {
    var ana = new Contact("Ana", EmailAddress.parse("ana@xpto.example"));
    var expected = OpenRequest.of(new ContractId(3), "Printer", "It is on fire.", ana, "api");
    String body =
        """
        {"contract": %s, "title": "Printer", "description": "It is on fire.",
         "contact": {"name": "Ana", "email": "ana@xpto.example"}}""";
    assertThat(open(body.formatted("\"C-1\""))).isEqualTo(expected);
    assertThat(open(body.formatted("\"3\""))).isEqualTo(expected);
    assertThat(open(body.formatted("3"))).isEqualTo(expected);
  }

  @Test
  void a_request_may_have_no_contact() {
    assertThat(open("{\"contract\": 3}").contact()).isEqualTo(new Contact("", Optional.empty()));
  }

  @Test
  void contract_and_address_are_told_together_if_both_are_wrong() {
    var refusal =
        catchThrowableOfType(
            InvalidBody.class,
            () -> open("{\"contract\": \"C-9\", \"contact\": {\"email\": \"nobody\"}}"));
    assertThat(refusal.problems())
        .extracting(Problem::field)
        .containsExactly("contract", "contact.email");
  }

  @Test
  void a_contract_is_required() {
    var refusal = catchThrowableOfType(InvalidBody.class, () -> open("{\"title\": \"Printer\"}"));
    assertThat(refusal.problems()).extracting(Problem::code).containsExactly("REQUIRED");
  }

  @Test
  void an_occurrence_is_by_who_calls() {
    NewOccurrence occurrence =
        Body.of("{\"text\": \"On my way.\"}")
            .as(in -> RequestForms.occurrence(in, "administrator"));
    assertThat(occurrence).isEqualTo(NewOccurrence.of("administrator", "api", "On my way."));
  }

  @Test
  void a_situation_is_one_of_those_there_are() {
    Situation closed = Body.of("{\"situation\": \"CLOSED\"}").as(RequestForms::situation);
    assertThat(closed).isEqualTo(Situation.CLOSED);
    var refusal =
        catchThrowableOfType(
            InvalidBody.class,
            () -> Body.of("{\"situation\": \"DONE\"}").as(RequestForms::situation));
    assertThat(refusal.problems()).extracting(Problem::code).containsExactly("UNKNOWN_VALUE");
  }

  private OpenRequest open(String json) {
    return Body.of(json).as(forms::open);
  }
}
