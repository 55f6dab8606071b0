package org.mailroom.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.contract.ContractChanged;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractInUse;
import org.mailroom.failure.Failure;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.CheckRefused;
import org.mailroom.mailbox.InvalidMailbox;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxNotFound;

class ProblemDocumentTest {
  private static final Problem PORT = new Problem("PORT_RANGE", "port", "The port is too large.");

  static List<Arguments> failures() {
    return List.of(
        Arguments.of(new MailboxNotFound(new MailboxId(7)), 404, "mailbox-not-found"),
        Arguments.of(new ContractInUse("C-1", 3), 409, "contract-in-use"),
        Arguments.of(new CheckRefused(Duration.ofSeconds(20)), 429, "check-refused"),
        Arguments.of(new ContractChanged(new ContractId(1)), 409, "contract-changed"),
        Arguments.of(new InvalidMailbox(List.of(PORT)), 422, "invalid-mailbox"),
        Arguments.of(new InvalidBody(List.of(PORT)), 422, "invalid-body"),
        Arguments.of(new BadCall(List.of(PORT)), 400, "bad-call"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void each_kind_of_failure_has_its_status_and_type(Failure failure, int status, String type) {
    var problem = ProblemDocument.of(failure, "/api/v1/x");
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.type()).isEqualTo("urn:mailroom:problem:" + type);
    assertThat(problem.detail()).isEqualTo(failure.getMessage());
    assertThat(problem.instance()).isEqualTo("/api/v1/x");
    assertThat(problem.problems()).isEqualTo(failure.problems());
  }

  @Test
  void the_title_says_the_kind_in_words() {
    assertThat(ProblemDocument.of(new ContractInUse("C-1", 3), "").title())
        .isEqualTo("Contract in use");
  }

  static List<Arguments> refusals() {
    return List.of(
        Arguments.of(new NotFoundException(), 404, "Not Found"),
        Arguments.of(new NotAllowedException("GET"), 405, "Method Not Allowed"),
        Arguments.of(new NotSupportedException(), 415, "Unsupported Media Type"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void what_http_refuses_is_told_in_our_words(
      WebApplicationException refusal, int status, String title) {
    var problem = ProblemDocument.of(refusal, "/api/x");
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.title()).isEqualTo(title);
    assertThat(problem.detail()).endsWith(".").doesNotContain("Exception", "HTTP ");
  }

  @Test
  void the_unexpected_tells_a_reference_and_nothing_else() {
    var problem = ProblemDocument.unexpected("4711", "/api/x");
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.detail()).contains("4711");
  }

  @Test
  void a_failure_that_the_server_has_wrapped_is_found() {
    var failure = new MailboxNotFound(new MailboxId(7));
    var wrapped = new IllegalStateException(new RuntimeException(failure));
    assertThat(Answers.wrapped(wrapped)).containsSame(failure);
    assertThat(Answers.wrapped(new IllegalStateException("else"))).isEmpty();
  }
}
