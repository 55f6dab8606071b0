package org.mailroom.request.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.contract.ContractFixture.TODAY;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.failure.Problem;
import org.mailroom.request.Contact;
import org.mailroom.request.OpenRequest;

class RequestRulesTest {
  private static final Contact ANA = new Contact("Ana", Optional.empty());

  @Test
  void a_titled_request_under_a_running_contract_is_right() {
    assertThat(codes(wanted("Printer", ANA, "api"), ContractFixture.view())).isEmpty();
  }

  @Test
  void every_broken_rule_is_told_at_once() {
    OpenRequest wrong = wanted(" ", new Contact("n".repeat(201), Optional.empty()), "api");

    assertThat(codes(wrong, ContractFixture.inactiveView()))
        .containsExactly("CONTRACT_NOT_RUNNING", "TITLE_REQUIRED", "CONTACT_LENGTH");
  }

  @Test
  void a_title_has_at_most_250_characters() {
    assertThat(codes(wanted("t".repeat(250), ANA, "api"), ContractFixture.view())).isEmpty();
    assertThat(codes(wanted("t".repeat(251), ANA, "api"), ContractFixture.view()))
        .containsExactly("TITLE_LENGTH");
  }

  @Test
  void mail_is_taken_as_it_comes() {
    Contact longName = new Contact("n".repeat(500), Optional.empty());

    assertThat(codes(wanted("t".repeat(500), longName, "mail"), ContractFixture.view())).isEmpty();
    assertThat(RequestRules.completed(wanted("", ANA, "mail")).title()).isEqualTo("(no subject)");
  }

  @Test
  void a_title_is_one_line_and_a_description_may_be_left_out() {
    OpenRequest complete = RequestRules.completed(wanted(" no\r\npaper ", null, "api"));

    assertThat(complete.title()).isEqualTo("no paper");
    assertThat(complete.description()).isEmpty();
    assertThat(complete.contact()).isEqualTo(new Contact("", Optional.empty()));
  }

  private static Iterable<String> codes(OpenRequest wanted, ContractView contract) {
    return RequestRules.problems(RequestRules.completed(wanted), contract, TODAY).stream()
        .map(Problem::code)
        .toList();
  }

  private static OpenRequest wanted(String title, Contact contact, String origin) {
    return OpenRequest.of(new ContractId(1), title, null, contact, origin);
  }
}
