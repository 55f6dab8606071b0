package org.mailroom.delivery.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.delivery.smtp.SmtpFixture.account;
import static org.mailroom.delivery.smtp.SmtpFixture.message;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.delivery.Transmission;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Security;
import org.mailroom.outbox.Lane;

/** Sending through a server that wants a proof of the password, and the password nowhere else. */
class CramMd5SignInTest {
  private static final Lane LANE = Lane.of(new MailboxId(1));
  private static final String CHALLENGE = encoded("<1@scripted>");
  // HMAC-MD5 of the challenge under the password
  private static final String PROOF = encoded("desk a1ce571ee595d8b9fdfd4513f58b4d8d");

  private final ScriptedSmtp server = new ScriptedSmtp();
  private final SmtpConnections connections = SmtpFixture.connections(new SettableClock());

  @AfterEach
  void close() {
    connections.close();
    server.close();
  }

  @Test
  void by_a_proof_where_the_server_offers_nothing_else() {
    offers("CRAM-MD5 GSSAPI");
    server.on("AUTH CRAM-MD5", "334 " + CHALLENGE).on(PROOF, "235 welcome");

    assertThat(send().trouble()).isEmpty();
    assertThat(server.ledger).hasSize(1);
    assertThat(server.commands).noneMatch(line -> line.contains(encoded("secret")));
  }

  @Test
  void a_wrong_proof_is_a_refused_log_in_in_the_servers_words() {
    offers("CRAM-MD5");
    server.on("AUTH CRAM-MD5", "334 " + CHALLENGE).on(PROOF, "535 5.7.8 no");

    assertThat(send().trouble().orElseThrow().kind()).isEqualTo(Trouble.LOGIN);
    assertThat(send().trouble().orElseThrow().words()).isEqualTo("535 5.7.8 no");
  }

  @Test
  void a_server_that_cannot_check_it_now_is_no_refusal() {
    offers("CRAM-MD5");
    server.on("AUTH CRAM-MD5", "454 4.7.0 try later");

    assertThat(send().trouble().orElseThrow().kind()).isEqualTo(Trouble.SERVER);
  }

  @Test
  void the_usual_ways_go_first() {
    offers("CRAM-MD5 PLAIN");
    server.on("AUTH", "235 welcome");

    assertThat(send().trouble()).isEmpty();
    assertThat(server.commands).anyMatch(line -> line.startsWith("AUTH PLAIN"));
  }

  private void offers(String mechanisms) {
    server.on("EHLO", "250-scripted\r\n250 AUTH " + mechanisms);
  }

  private Transmission send() {
    return SmtpFixture.send(
        connections,
        LANE,
        account(1, server.port(), Security.NONE, Optional.of("secret")),
        message("text", "ana@client.example"));
  }

  private static String encoded(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(UTF_8));
  }
}
