package org.mailroom.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.delivery.smtp.SmtpFixture.byToken;
import static org.mailroom.delivery.smtp.SmtpFixture.message;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.delivery.Transmission;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.Lane;

/** Sending through a server that takes a token in its exact form only. */
class TokenSignInTest {
  private static final Lane LANE = Lane.of(new MailboxId(1));
  private static final String ANA = "ana@client.example";
  private static final String XOAUTH2 = "user=desk\u0001auth=Bearer t-1\u0001\u0001";

  private final ScriptedSmtp server = new ScriptedSmtp();
  private final SmtpConnections connections = SmtpFixture.connections(new SettableClock());

  @AfterEach
  void close() {
    connections.close();
    server.close();
  }

  @Test
  void xoauth2_where_the_server_has_nothing_else() {
    offers("PLAIN LOGIN XOAUTH2").takes("XOAUTH2", XOAUTH2);

    assertThat(send("t-1").trouble()).isEmpty();
    assertThat(server.ledger).hasSize(1);
  }

  @Test
  void oauthbearer_where_it_is_offered() {
    String words =
        "n,a=desk,\u0001host=127.0.0.1\u0001port=%d\u0001auth=Bearer t-1\u0001\u0001"
            .formatted(server.port());
    offers("XOAUTH2 OAUTHBEARER").takes("OAUTHBEARER", words);

    assertThat(send("t-1").trouble()).isEmpty();
    assertThat(server.ledger).hasSize(1);
  }

  @Test
  void a_refusal_is_told_in_the_servers_words_and_costs_the_message_nothing() {
    offers("XOAUTH2").takes("XOAUTH2", XOAUTH2);
    Transmission sent = send("t-2");

    assertThat(sent.results()).isEmpty();
    assertThat(sent.trouble().orElseThrow().kind()).isEqualTo(Trouble.LOGIN);
    assertThat(sent.trouble().orElseThrow().words()).isEqualTo("535 5.7.3 no such token");
  }

  @Test
  void a_server_that_explains_first_is_asked_for_the_refusal_itself() {
    offers("XOAUTH2");
    server.on("AUTH", "334 eyJzdGF0dXMiOiI0MDAifQ==").once("", "535 5.7.8 bad credentials");

    assertThat(send("t-1").trouble().orElseThrow().words()).isEqualTo("535 5.7.8 bad credentials");
  }

  @Test
  void a_server_that_cannot_check_tokens_now_is_no_refusal() {
    offers("XOAUTH2");
    server.on("AUTH", "454 4.7.0 try later");

    assertThat(send("t-1").trouble().orElseThrow().kind()).isEqualTo(Trouble.SERVER);
  }

  @Test
  void a_server_that_takes_no_tokens_is_not_told_one() {
    offers("PLAIN LOGIN");

    assertThat(send("t-1").trouble()).isPresent();
    assertThat(server.commands).noneMatch(line -> line.startsWith("AUTH"));
  }

  @Test
  void a_new_token_opens_a_new_connection() {
    offers("XOAUTH2");
    send("t-1");
    send("t-1");
    assertThat(server.connected()).isOne();

    send("t-2");
    assertThat(server.connected()).isEqualTo(2);
  }

  private TokenSignInTest offers(String mechanisms) {
    server.on("EHLO", "250-scripted\r\n250 AUTH " + mechanisms);
    return this;
  }

  private void takes(String mechanism, String words) {
    String encoded = Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    server
        .on("AUTH %s %s".formatted(mechanism, encoded), "235 welcome")
        .on("AUTH", "535 5.7.3 no such token");
  }

  private Transmission send(String token) {
    return SmtpFixture.send(
        connections, LANE, byToken(1, server.port(), token), message("text", ANA));
  }
}
