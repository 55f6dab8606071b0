package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.model.Connection;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSockets;
import org.mailroom.vault.Secret;

class MailSessionsTest {
  private static final String NAME = "mail/xpto";

  @Test
  void a_session_says_where_it_leads_and_as_whom() {
    Account account =
        entered(
            Map.of(
                "mail.host", "smtp.xpto.example",
                "mail.user", "desk",
                "mail.password", "geheim",
                "mail.smtp.port", "2525",
                "mail.smtp.starttls.enable", "true"));

    assertThat(account.server()).isEqualTo("smtp.xpto.example");
    assertThat(account.port()).isEqualTo(2525);
    assertThat(account.security()).isEqualTo(Security.STARTTLS);
    assertThat(account.authentication()).isEqualTo(Authentication.PASSWORD);
    assertThat(account.user()).isEqualTo("desk");
    assertThat(account.password()).contains(Secret.of("geheim"));
    assertThat(account.sender()).isEqualTo("desk@xpto.example");
  }

  @Test
  void what_is_said_of_the_protocol_comes_before_what_is_said_of_all() {
    Connection connection =
        sessions(
                Map.of(
                    "mail.host", "general.example",
                    "mail.smtps.host", "smtp.xpto.example",
                    "mail.transport.protocol", "smtps"))
            .connection(NAME);

    assertThat(connection.server()).isEqualTo("smtp.xpto.example");
    assertThat(connection.port()).isEqualTo(465);
    assertThat(connection.security()).isEqualTo(Security.TLS);
    assertThat(connection.authentication()).isEqualTo(Authentication.NONE);
  }

  @Test
  void the_password_may_be_with_the_authenticator_of_the_session() {
    Authenticator keeper =
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication("desk", "geheim");
          }
        };
    Session session = Session.getInstance(properties(Map.of("mail.smtp.host", "mx")), keeper);

    Account account = new MailSessions(name -> session).enter(stored());

    assertThat(account.user()).isEqualTo("desk");
    assertThat(account.password()).contains(Secret.of("geheim"));
  }

  @Test
  void a_user_without_a_password_signs_in_only_when_the_session_says_so() {
    assertThat(entered(Map.of("mail.user", "nobody")).authentication())
        .isEqualTo(Authentication.NONE);
    assertThat(entered(Map.of("mail.user", "desk", "mail.smtp.auth", "true")).authentication())
        .isEqualTo(Authentication.PASSWORD);
    assertThat(
            entered(Map.of("mail.user", "a", "mail.password", "b", "mail.smtp.auth", "false"))
                .authentication())
        .isEqualTo(Authentication.NONE);
  }

  @Test
  void its_own_settings_count_and_missing_or_endless_time_outs_are_set() {
    Properties settings =
        settings(
            Map.of(
                "mail.smtp.localhost", "desk.xpto.example",
                "mail.smtp.timeout", "5000",
                "mail.smtp.connectiontimeout", "0"));

    assertThat(settings.getProperty("mail.smtp.localhost")).isEqualTo("desk.xpto.example");
    assertThat(settings.getProperty("mail.smtp.timeout")).isEqualTo("5000");
    assertThat(settings.getProperty("mail.smtp.connectiontimeout")).isEqualTo("15000");
    assertThat(settings.getProperty("mail.smtp.writetimeout")).isEqualTo("60000");
    assertThat(settings.get("mail.smtp.socketFactory")).isInstanceOf(GuardedSockets.class);
  }

  @Test
  void starttls_that_is_wanted_is_required_and_the_password_is_no_setting() {
    Properties settings =
        settings(
            Map.of(
                "mail.smtp.starttls.enable", "true",
                "mail.smtp.starttls.required", "false",
                "mail.smtp.password", "geheim"));

    assertThat(settings.getProperty("mail.smtp.starttls.required")).isEqualTo("true");
    assertThat(settings.toString()).doesNotContain("geheim");
  }

  @Test
  void settings_follow_the_protocol_that_is_spoken() {
    Account account =
        entered(Map.of("mail.smtp.ssl.enable", "true", "mail.smtp.localhost", "desk.example"));

    assertThat(ConnectionProperties.protocolOf(account)).isEqualTo("smtps");
    assertThat(ConnectionProperties.of(account, "smtps", AllowedHosts.all()))
        .containsEntry("mail.smtps.localhost", "desk.example");
  }

  @Test
  void a_session_that_names_its_own_sockets_keeps_them() {
    assertThat(settings(Map.of("mail.smtp.socks.host", "proxy.example")))
        .doesNotContainKey("mail.smtp.socketFactory");
  }

  @Test
  void only_what_the_session_does_not_verify_goes_unverified() {
    assertThat(settings(Map.of("mail.smtp.ssl.checkserveridentity", "false")))
        .containsEntry("mail.smtp.ssl.checkserveridentity", "false")
        .doesNotContainKey("mail.smtp.ssl.trust");
  }

  @Test
  void a_name_that_leads_nowhere_or_to_something_else_is_told() {
    MailSessions none =
        new MailSessions(
            name -> {
              throw new NameNotFoundException(name);
            });
    MailSessions other = new MailSessions(name -> "a data source");

    assertThatThrownBy(() -> none.enter(stored()))
        .isInstanceOf(NoMailSession.class)
        .hasMessage("This server has no Mail Session named \"mail/xpto\".");
    assertThatThrownBy(() -> other.enter(stored())).isInstanceOf(NoMailSession.class);
    assertThat(none.connection(NAME).server()).isNull();
  }

  @Test
  void a_session_that_does_not_send_by_smtp_is_told() {
    assertThatThrownBy(() -> entered(Map.of("mail.transport.protocol", "aws")))
        .isInstanceOf(NoMailSession.class)
        .hasMessageContaining("\"aws\"");
    assertThatThrownBy(() -> entered(Map.of("mail.smtp.port", "mail")))
        .isInstanceOf(NoMailSession.class)
        .hasMessageContaining("\"mail\"");
  }

  private static Properties settings(Map<String, String> said) {
    return ConnectionProperties.of(entered(said), "smtp", AllowedHosts.all());
  }

  private static Account entered(Map<String, String> said) {
    return sessions(said).enter(stored());
  }

  private static MailSessions sessions(Map<String, String> said) {
    Session session = Session.getInstance(properties(said));
    return new MailSessions(name -> session);
  }

  private static Properties properties(Map<String, String> said) {
    Properties properties = new Properties();
    properties.putAll(said);
    return properties;
  }

  private static Account stored() {
    return MailboxSettings.of(Drafts.output().mailSession(NAME).draft())
        .account(new MailboxId(7), Optional.empty(), Instant.EPOCH, 1);
  }
}
