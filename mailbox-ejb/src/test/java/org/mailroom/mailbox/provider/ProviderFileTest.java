package org.mailroom.mailbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Provider;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.socket.ServerName;

class ProviderFileTest {

  @Test
  void the_providers_stand_in_the_order_of_the_list_and_the_last_is_any_other() {
    assertThat(ProviderFile.providers())
        .extracting(Provider::key)
        .containsExactly(
            "microsoft365",
            "google",
            "zoho",
            "yahoo",
            "icloud",
            "fastmail",
            "ovh",
            "locaweb",
            "other");
  }

  @ParameterizedTest
  @CsvSource({
    "microsoft365, IMAP, outlook.office365.com, 993, TLS, OAUTH2",
    "microsoft365, POP3, outlook.office365.com, 995, TLS, OAUTH2",
    "microsoft365, , smtp.office365.com, 587, STARTTLS, OAUTH2",
    "google, IMAP, imap.gmail.com, 993, TLS, OAUTH2",
    "google, POP3, pop.gmail.com, 995, TLS, OAUTH2",
    "google, , smtp.gmail.com, 465, TLS, OAUTH2",
    "zoho, IMAP, imappro.zoho.com, 993, TLS, PASSWORD",
    "zoho, , smtppro.zoho.com, 465, TLS, PASSWORD",
    "yahoo, IMAP, imap.mail.yahoo.com, 993, TLS, PASSWORD",
    "yahoo, , smtp.mail.yahoo.com, 465, TLS, PASSWORD",
    "icloud, IMAP, imap.mail.me.com, 993, TLS, PASSWORD",
    "icloud, , smtp.mail.me.com, 587, STARTTLS, PASSWORD",
    "fastmail, IMAP, imap.fastmail.com, 993, TLS, PASSWORD",
    "fastmail, , smtp.fastmail.com, 465, TLS, PASSWORD",
    "ovh, IMAP, imap.mail.ovh.net, 993, TLS, PASSWORD",
    "ovh, , smtp.mail.ovh.net, 465, TLS, PASSWORD",
    "locaweb, IMAP, imap.email-ssl.com.br, 993, TLS, PASSWORD",
    "locaweb, POP3, pop.email-ssl.com.br, 995, TLS, PASSWORD",
    "locaweb, , smtp.email-ssl.com.br, 465, TLS, PASSWORD"
  })
  void each_protocol_has_its_best_server_and_the_right_way_to_sign_in(
      String key,
      Protocol protocol,
      String server,
      int port,
      Security security,
      Authentication signIn) {
    MailboxType type = protocol == null ? MailboxType.OUTPUT : MailboxType.INPUT;
    Provider.Server best = provider(key).serverFor(type, protocol, "xpto.example").orElseThrow();
    assertThat(best.server()).isEqualTo(server);
    assertThat(best.port()).isEqualTo(port);
    assertThat(best.security()).isEqualTo(security);
    assertThat(best.signIn()).startsWith(signIn);
  }

  @Test
  void no_server_goes_without_tls_and_each_is_a_name() {
    assertThat(ProviderFile.providers())
        .flatExtracting(Provider::servers)
        .allMatch(server -> server.security() != Security.NONE)
        .allMatch(server -> !server.signIn().isEmpty())
        .allMatch(server -> ServerName.ascii(server.server()).equals(Optional.of(server.server())));
  }

  @Test
  void who_signs_in_by_oauth2_says_where_and_for_what() {
    for (Provider provider : ProviderFile.providers()) {
      boolean byOAuth =
          provider.servers().stream()
              .anyMatch(server -> server.signIn().contains(Authentication.OAUTH2));
      assertThat(provider.oauth() != null).as(provider.key()).isEqualTo(byOAuth);
      assertThat(provider.servers())
          .allMatch(
              server ->
                  server.signIn().contains(Authentication.OAUTH2) == (server.scope() != null));
    }
  }

  @Test
  void every_note_is_told_in_the_three_languages_and_sends_nobody_elsewhere() {
    assertThat(ProviderFile.providers())
        .allSatisfy(
            provider ->
                assertThat(provider.notes())
                    .containsOnlyKeys("en", "pt-BR", "es")
                    .allSatisfy(
                        (language, note) -> assertThat(note).isNotBlank().doesNotContain("://")));
    assertThat(provider("google").note("fr")).isEqualTo(provider("google").note("en"));
  }

  @ParameterizedTest
  @CsvSource({
    "xpto-com.mail.protection.outlook.com, microsoft365",
    "xpto-com.o-v1.mx.microsoft, microsoft365",
    "alt2.aspmx.l.google.com, google",
    "smtp.google.com, google",
    "mx2.zoho.com, zoho",
    "mta5.am0.yahoodns.net, yahoo",
    "mx01.mail.icloud.com, icloud",
    "in1-smtp.messagingengine.com, fastmail",
    "mx1.mail.ovh.net, ovh",
    "mx.core.locaweb.com.br, locaweb"
  })
  void a_mail_exchanger_gives_its_provider_away(String host, String key) {
    assertThat(ProviderFile.ofMailExchangers(List.of("mx.elsewhere.example", host)))
        .map(Provider::key)
        .contains(key);
  }

  @Test
  void a_name_that_only_looks_alike_gives_nobody_away() {
    assertThat(
            ProviderFile.ofMailExchangers(
                List.of("mail.protection.outlook.com.evil.example", "evilmail.icloud.com.example")))
        .isEmpty();
    assertThat(ProviderFile.ofDomain("notgmail.com")).isEmpty();
  }

  @Test
  void an_address_of_the_provider_itself_may_have_a_server_of_its_own() {
    Provider zoho = ProviderFile.ofDomain("zoho.com").orElseThrow();
    assertThat(zoho.serverFor(MailboxType.INPUT, Protocol.IMAP, "zoho.com"))
        .map(Provider.Server::server)
        .contains("imap.zoho.com");
    assertThat(zoho.serversFor(MailboxType.OUTPUT, "zoho.com").get(0).server())
        .isEqualTo("smtp.zoho.com");
  }

  private static Provider provider(String key) {
    return ProviderFile.find(key).orElseThrow();
  }
}
