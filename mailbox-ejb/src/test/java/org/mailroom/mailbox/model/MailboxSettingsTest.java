package org.mailroom.mailbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;

class MailboxSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "IMAP, TLS, 993",
    "IMAP, STARTTLS, 143",
    "IMAP, NONE, 143",
    "POP3, TLS, 995",
    "POP3, STARTTLS, 110",
    "POP3, NONE, 110",
    ", TLS, 465",
    ", STARTTLS, 587",
    ", NONE, 25",
  })
  void the_port_follows_protocol_and_security(Protocol protocol, Security security, int port) {
    Drafts drafts = protocol == null ? Drafts.output() : Drafts.input().protocol(protocol);

    assertThat(of(drafts.security(security)).connection().port()).isEqualTo(port);
    assertThat(of(drafts.port(2525)).connection().port()).isEqualTo(2525);
  }

  @Test
  void an_input_mailbox_reads_the_inbox_over_imaps_with_a_password() {
    MailboxSettings settings = of(Drafts.input());

    assertThat(settings.active()).isTrue();
    assertThat(settings.connection().security()).isEqualTo(Security.TLS);
    assertThat(settings.connection().verifyCertificate()).isTrue();
    assertThat(settings.connection().authentication()).isEqualTo(Authentication.PASSWORD);
    assertThat(settings.reading())
        .isEqualTo(
            new Reading(
                Protocol.IMAP,
                "INBOX",
                false,
                "support@xpto.example",
                AfterReading.USUAL.of(Protocol.IMAP)));
    assertThat(settings.address()).contains("support@xpto.example");
  }

  @Test
  void an_output_mailbox_signs_in_if_it_has_a_user() {
    assertThat(of(Drafts.output()).connection().authentication())
        .isEqualTo(Authentication.PASSWORD);
    assertThat(of(Drafts.output().user("")).connection().authentication())
        .isEqualTo(Authentication.NONE);
    assertThat(of(Drafts.output()).address()).contains("desk@xpto.example");
  }

  @Test
  void texts_lose_the_white_space_around_them() {
    MailboxSettings settings =
        of(Drafts.input().name(" XPTO ").server(" IMAP.XPTO.example ").folder(" inBox "));

    assertThat(settings.name()).isEqualTo("XPTO");
    assertThat(settings.connection().server()).isEqualTo("imap.xpto.example");
    assertThat(settings.reading().folder()).isEqualTo("INBOX");
  }

  @Test
  void a_check_is_about_the_connection_alone() {
    assertThat(of(Drafts.output()).tried())
        .isEqualTo(of(Drafts.output().name("x").senderName("y").active(false)).tried())
        .isNotEqualTo(of(Drafts.output().sender("other@xpto.example")).tried())
        .isNotEqualTo(of(Drafts.output().verifyCertificate(false)).tried());
  }

  private static MailboxSettings of(Drafts drafts) {
    return MailboxSettings.of(drafts.draft());
  }
}
