package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.Security;

class MailSessionTest {
  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "MAILROOM_MAIL_HOST", "smtp.mailroom.example",
              "MAILROOM_MAIL_FROM", "support@mailroom.example"));

  @Test
  void there_is_none_without_a_host() {
    variables.remove("MAILROOM_MAIL_HOST");

    assertThat(MailSession.of(Environment.of(variables::get))).isEmpty();
  }

  @Test
  void is_starttls_on_587_without_log_in_unless_told_otherwise() {
    MailSession session = session();

    assertThat(session.security()).isEqualTo(Security.STARTTLS);
    assertThat(session.port()).isEqualTo(587);
    assertThat(session.user()).isEmpty();
    assertThat(session.from()).hasToString("support@mailroom.example");
  }

  @Test
  void the_port_follows_the_security() {
    variables.put("MAILROOM_MAIL_SECURITY", "tls");
    assertThat(session().port()).isEqualTo(465);

    variables.put("MAILROOM_MAIL_SECURITY", "NONE");
    assertThat(session().port()).isEqualTo(25);

    variables.put("MAILROOM_MAIL_PORT", "2525");
    assertThat(session().port()).isEqualTo(2525);
  }

  @Test
  void never_prints_its_password() {
    variables.put("MAILROOM_MAIL_USER", "support");
    variables.put("MAILROOM_MAIL_PASSWORD", "s3cret");

    assertThat(session().password().orElseThrow().reveal()).isEqualTo("s3cret");
    assertThat(session().toString()).doesNotContain("s3cret");
  }

  @Test
  void says_which_variable_is_wrong() {
    variables.put("MAILROOM_MAIL_PORT", "70000");
    assertThatThrownBy(this::session)
        .hasMessage(
            "MAILROOM_MAIL_HOST is set, so MAILROOM_MAIL_PORT must be a number from 1 to 65535,"
                + " but it is '70000'.");

    variables.remove("MAILROOM_MAIL_PORT");
    variables.remove("MAILROOM_MAIL_FROM");
    assertThatThrownBy(this::session).hasMessageContaining("MAILROOM_MAIL_FROM must be");

    variables.put("MAILROOM_MAIL_SECURITY", "SSL");
    assertThatThrownBy(this::session).hasMessageContaining("must be TLS, STARTTLS or NONE");
  }

  private MailSession session() {
    return MailSession.of(Environment.of(variables::get)).orElseThrow();
  }
}
