package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSockets;

class ConnectionPropertiesTest {
  @ParameterizedTest
  @CsvSource({
    "IMAP, TLS, imaps",
    "IMAP, STARTTLS, imap",
    "IMAP, NONE, imap",
    "POP3, TLS, pop3s",
    "POP3, STARTTLS, pop3",
    ", TLS, smtps",
    ", STARTTLS, smtp",
    ", NONE, smtp"
  })
  void protocol_and_security_name_the_librarys_protocol(
      Protocol protocol, Security security, String name) {
    Drafts drafts = protocol == null ? Drafts.output() : Drafts.input().protocol(protocol);

    assertThat(ConnectionProperties.protocolOf(account(drafts.security(security)))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"imap", "imaps", "pop3", "pop3s", "smtp", "smtps"})
  void every_wait_ends_and_every_socket_is_guarded(String protocol) {
    Properties settings = of(Drafts.input(), protocol);

    for (String wait : List.of("connectiontimeout", "timeout", "writetimeout")) {
      assertThat(Integer.parseInt(settings.getProperty("mail." + protocol + "." + wait)))
          .as(wait)
          .isBetween(1_000, 180_000);
    }
    assertThat(settings.get("mail." + protocol + ".socketFactory"))
        .isInstanceOf(GuardedSockets.class);
    assertThat(settings).containsEntry("mail." + protocol + ".socketFactory.fallback", "false");
  }

  @Test
  void starttls_is_required_where_it_is_chosen() {
    assertThat(of(Drafts.output().security(Security.STARTTLS), "smtp"))
        .containsEntry("mail.smtp.starttls.enable", "true")
        .containsEntry("mail.smtp.starttls.required", "true");
    assertThat(of(Drafts.output().security(Security.NONE), "smtp"))
        .containsEntry("mail.smtp.starttls.enable", "false");
  }

  @Test
  void certificates_are_verified_unless_switched_off() {
    assertThat(of(Drafts.input(), "imaps"))
        .containsEntry("mail.imaps.ssl.checkserveridentity", "true")
        .doesNotContainKey("mail.imaps.ssl.trust");
    assertThat(of(Drafts.input().verifyCertificate(false), "imaps"))
        .containsEntry("mail.imaps.ssl.checkserveridentity", "false")
        .containsEntry("mail.imaps.ssl.trust", "*");
  }

  @Test
  void smtp_signs_in_if_the_mailbox_does() {
    assertThat(of(Drafts.output(), "smtps")).containsEntry("mail.smtps.auth", "true");
    assertThat(of(Drafts.output().user(null), "smtps")).containsEntry("mail.smtps.auth", "false");
  }

  @Test
  void imap_fetches_a_message_in_one_piece() {
    assertThat(of(Drafts.input(), "imaps")).containsEntry("mail.imaps.partialfetch", "false");
  }

  private static Properties of(Drafts drafts, String protocol) {
    return ConnectionProperties.of(account(drafts), protocol, AllowedHosts.of(List.of()));
  }

  private static MailboxAccess.Account account(Drafts drafts) {
    return MailboxSettings.of(drafts.draft())
        .account(new MailboxId(1), Optional.empty(), Instant.EPOCH, 1);
  }
}
