package org.mailroom.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.delivery.smtp.SmtpFixture.account;
import static org.mailroom.delivery.smtp.SmtpFixture.message;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.delivery.Transmission;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Security;
import org.mailroom.outbox.Await;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.DeliveryResult.Deferred;
import org.mailroom.outbox.DeliveryResult.Refused;
import org.mailroom.outbox.DeliveryResult.Uncertain;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.OutboxQueue.Leased;

class SmtpConnectionsTest {
  private static final Lane LANE = Lane.of(new MailboxId(1));
  private static final String ANA = "ana@client.example";
  private static final String BOB = "bob@client.example";

  private final ScriptedSmtp server = new ScriptedSmtp();
  private final SettableClock clock = new SettableClock();
  private final SmtpConnections connections = SmtpFixture.connections(clock);

  @AfterEach
  void close() {
    connections.close();
    server.close();
  }

  @Test
  void the_server_gets_the_bytes_as_they_are() {
    Leased message = message("one\r\n.\r\n..two\r\n\r\nthree ", ANA, BOB);
    Transmission sent = send(message);

    assertThat(sent.trouble()).isEmpty();
    assertThat(sent.results())
        .containsEntry(ANA, new Accepted("250 queued as 1"))
        .containsEntry(BOB, new Accepted("250 queued as 1"));
    assertThat(server.ledger).hasSize(1);
    assertThat(server.ledger.get(0).data()).isEqualTo(message.raw());
    assertThat(server.ledger.get(0).from()).isEqualTo("desk@xpto.example");
    assertThat(server.ledger.get(0).to()).containsExactly(ANA, BOB);
    assertThat(server.commands)
        .contains("MAIL FROM:<desk@xpto.example> SIZE=" + message.raw().length);
  }

  @Test
  void one_connection_carries_many_messages() {
    for (int i = 0; i < 20; i++) {
      send(message("text " + i, ANA));
    }

    assertThat(server.ledger).hasSize(20);
    assertThat(server.connected()).isOne();
  }

  @Test
  void a_connection_is_not_used_for_ever() {
    for (int i = 0; i < 1_001; i++) {
      send(message("text " + i, ANA));
    }

    assertThat(server.ledger).hasSize(1_001);
    assertThat(server.connected()).isEqualTo(2);
  }

  @Test
  void recipients_are_judged_one_by_one() {
    server
        .on("RCPT TO:<" + BOB, "450 4.2.0 greylisted")
        .on("RCPT TO:<eve", "550 5.1.1 no such user");
    Transmission sent = send(message("text", ANA, BOB, "eve@client.example"));

    assertThat(sent.results())
        .containsEntry(ANA, new Accepted("250 queued as 1"))
        .containsEntry(BOB, new Deferred("450 4.2.0 greylisted"))
        .containsEntry("eve@client.example", new Refused("550 5.1.1 no such user"));
    assertThat(sent.trouble()).isEmpty();
    assertThat(server.ledger.get(0).to()).containsExactly(ANA);
  }

  @Test
  void a_message_nobody_takes_leaves_the_connection_fit_for_the_next() {
    server.once("RCPT TO:", "550 5.1.1 no such user");
    send(message("refused", ANA));
    send(message("taken", ANA));

    assertThat(server.connected()).isOne();
    assertThat(server.commands).contains("RSET");
    assertThat(server.ledger).hasSize(1);
  }

  @Test
  void a_refusal_of_the_sender_data_or_message_is_for_all() {
    server.once("MAIL", "550 5.7.1 sender not allowed");
    assertThat(send(message("text", ANA, BOB)).results().values())
        .containsOnly(new Refused("550 5.7.1 sender not allowed"));

    server.once("DATA", "451 4.3.0 try later");
    assertThat(send(message("text", ANA, BOB)).results().values())
        .containsOnly(new Deferred("451 4.3.0 try later"));

    server.once(".", "554 5.6.0 looks like spam");
    assertThat(send(message("text", ANA, BOB)).results().values())
        .containsOnly(new Refused("554 5.6.0 looks like spam"));
    assertThat(server.ledger).isEmpty();
  }

  @Test
  void a_refusal_counts_although_the_server_closes_the_connection_behind_it() {
    server.once(".", "554 5.6.0 looks like spam").once("RSET", ScriptedSmtp.DROP);

    assertThat(resultOf(send(message("text", ANA))))
        .isEqualTo(new Refused("554 5.6.0 looks like spam"));
  }

  @Test
  void several_lines_of_an_answer_become_one() {
    server.once("RCPT", "550-5.1.1 no such user\r\n550 5.1.1 see https://help.example");

    assertThat(resultOf(send(message("text", ANA))).words())
        .isEqualTo("550-5.1.1 no such user 550 5.1.1 see https://help.example");
  }

  @Test
  void a_server_that_ends_the_session_is_in_trouble_and_the_message_is_not_lost() {
    server.once("RCPT TO:<" + BOB, "421 4.3.2 shutting down");
    Transmission sent = send(message("text", ANA, BOB));

    assertThat(sent.results().values()).containsOnly(new Deferred("421 4.3.2 shutting down"));
    assertThat(kind(sent)).contains(Trouble.SERVER);
    assertThat(server.ledger).isEmpty();
  }

  @Test
  void a_connection_lost_before_the_dot_is_a_delay() {
    server.once("RCPT", ScriptedSmtp.DROP);
    Transmission sent = send(message("text", ANA));

    assertThat(resultOf(sent)).isInstanceOf(Deferred.class);
    assertThat(kind(sent)).contains(Trouble.NETWORK);
  }

  @Test
  void a_connection_lost_after_the_dot_leaves_it_uncertain() {
    server.once(".", ScriptedSmtp.DROP);
    Transmission sent = send(message("text", ANA));

    assertThat(resultOf(sent)).isInstanceOf(Uncertain.class);
    assertThat(kind(sent)).contains(Trouble.NETWORK);
    assertThat(server.ledger).hasSize(1);
  }

  @Test
  void after_the_dot_those_refused_before_stay_refused() {
    server.once("RCPT TO:<" + BOB, "550 5.1.1 no such user").once(".", ScriptedSmtp.DROP);
    Transmission sent = send(message("text", ANA, BOB));

    assertThat(sent.results().get(ANA)).isInstanceOf(Uncertain.class);
    assertThat(sent.results().get(BOB)).isInstanceOf(Refused.class);
  }

  @Test
  void silence_ends_with_the_time_out() {
    SmtpConnections impatient = SmtpFixture.impatient(clock);
    server.once("RCPT", ScriptedSmtp.HANG);
    Transmission sent = send(impatient, message("text", ANA));

    assertThat(resultOf(sent).words()).startsWith("The server did not answer in time");
    server.once(".", ScriptedSmtp.HANG);
    assertThat(resultOf(send(impatient, message("text", ANA)))).isInstanceOf(Uncertain.class);
    impatient.close();
  }

  @Test
  void a_connection_the_server_has_closed_meanwhile_costs_no_try() {
    send(message("first", ANA));
    server.dropAll();

    assertThat(resultOf(send(message("second", ANA)))).isInstanceOf(Accepted.class);
    server.once("MAIL", "421 4.4.2 idle too long");
    assertThat(resultOf(send(message("third", ANA)))).isInstanceOf(Accepted.class);
    assertThat(server.ledger).hasSize(3);
    assertThat(server.connected()).isEqualTo(3);
  }

  @Test
  void after_half_a_minute_the_connection_is_asked_whether_it_lives() {
    send(message("first", ANA));
    clock.pass(Duration.ofSeconds(31));
    send(message("second", ANA));

    assertThat(server.commands).contains("NOOP");
    assertThat(server.connected()).isOne();
  }

  @Test
  void an_idle_connection_is_closed() {
    send(message("first", ANA));
    clock.pass(Duration.ofSeconds(61));
    connections.tidy();
    send(message("second", ANA));

    // nobody waits for the answer to it, and so neither for the server to have read it
    Await.until("it is told so", () -> server.commands.contains("QUIT"));
    assertThat(server.connected()).isEqualTo(2);
  }

  @Test
  void changed_settings_open_a_new_connection() {
    send(message("first", ANA));
    Account changed = account(1, server.port(), Security.NONE, Optional.of("secret"));
    SmtpFixture.send(connections, LANE, changed, message("second", ANA));

    assertThat(server.connected()).isEqualTo(2);
    assertThat(server.commands).anyMatch(line -> line.startsWith("AUTH "));
  }

  @Test
  void a_refused_log_in_is_no_try_of_the_message() {
    server.on("AUTH", "535 5.7.8 wrong password");
    Transmission sent = sendWithPassword();

    assertThat(sent.results()).isEmpty();
    assertThat(kind(sent)).contains(Trouble.LOGIN);
    assertThat(sent.trouble().get().words()).isEqualTo("535 5.7.8 wrong password");
  }

  @Test
  void a_provider_that_refuses_passwords_gets_a_hint() {
    server.on("AUTH", "550 5.7.30 Basic authentication is not supported");
    Transmission sent = sendWithPassword();

    assertThat(kind(sent)).contains(Trouble.LOGIN);
    assertThat(sent.trouble().get().words()).endsWith("use OAuth2.)");
  }

  @Test
  void a_log_in_the_server_cannot_check_now_is_no_refusal() {
    server.on("AUTH", "454 4.7.0 temporary authentication failure");
    assertThat(kind(sendWithPassword())).contains(Trouble.SERVER);

    server.asUsual();
    server.on("AUTH", ScriptedSmtp.DROP);
    assertThat(kind(sendWithPassword())).contains(Trouble.NETWORK);
  }

  @Test
  void a_sender_that_must_log_in_is_a_matter_of_the_log_in() {
    server.on("MAIL", "530 5.7.0 authentication required");
    Transmission sent = send(message("text", ANA));

    assertThat(sent.results()).isEmpty();
    assertThat(kind(sent)).contains(Trouble.LOGIN);
  }

  @Test
  void a_server_that_is_not_there_delays() {
    int port = server.port();
    server.close();
    Transmission sent = SmtpFixture.send(connections, LANE, account(1, port), message("text", ANA));

    assertThat(resultOf(sent).words()).startsWith("The server cannot be reached");
    assertThat(kind(sent)).contains(Trouble.NETWORK);
  }

  @Test
  void a_server_that_turns_us_away_delays() {
    server.once(ScriptedSmtp.GREETING, "554 5.7.1 go away");
    Transmission sent = send(message("text", ANA));

    assertThat(resultOf(sent)).isEqualTo(new Deferred("554 5.7.1 go away"));
    assertThat(kind(sent)).contains(Trouble.SERVER);
  }

  @Test
  void starttls_means_required() {
    Account account = account(1, server.port(), Security.STARTTLS, Optional.empty());
    Transmission sent = SmtpFixture.send(connections, LANE, account, message("text", ANA));

    assertThat(kind(sent)).contains(Trouble.TLS);
    assertThat(server.ledger).isEmpty();
  }

  @Test
  void an_international_address_needs_a_server_that_takes_it() {
    Transmission refused = send(message("To: jörg", "jörg@client.example"));
    assertThat(resultOf(refused)).isInstanceOf(Refused.class);

    connections.close();
    server.on("EHLO", "250-scripted\r\n250 SMTPUTF8");
    assertThat(resultOf(send(message("To: jörg", "jörg@bücher.example"))))
        .isInstanceOf(Accepted.class);
    assertThat(server.commands)
        .contains("MAIL FROM:<desk@xpto.example> SMTPUTF8", "RCPT TO:<jörg@xn--bcher-kva.example>");
  }

  private Transmission send(Leased message) {
    return send(connections, message);
  }

  private Transmission send(SmtpConnections through, Leased message) {
    return SmtpFixture.send(through, LANE, account(1, server.port()), message);
  }

  private Transmission sendWithPassword() {
    Account account = account(1, server.port(), Security.NONE, Optional.of("secret"));
    return SmtpFixture.send(connections, LANE, account, message("text", ANA));
  }

  private static DeliveryResult resultOf(Transmission sent) {
    return sent.results().values().iterator().next();
  }

  private static Optional<Trouble> kind(Transmission sent) {
    return sent.trouble().map(Transmission.Trouble::kind);
  }
}
