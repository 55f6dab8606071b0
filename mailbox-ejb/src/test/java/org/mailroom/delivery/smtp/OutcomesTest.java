package org.mailroom.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.delivery.smtp.SmtpFixture.account;
import static org.mailroom.delivery.smtp.SmtpFixture.message;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.delivery.Transmission;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.DeliveryResult;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.DeliveryResult.Deferred;
import org.mailroom.outbox.DeliveryResult.Refused;
import org.mailroom.outbox.DeliveryResult.Uncertain;
import org.mailroom.outbox.Lane;

/** What becomes of one message, whatever the server says and wherever it breaks off. */
class OutcomesTest {
  private static final Lane LANE = Lane.of(new MailboxId(1));
  private static final String ANA = "ana@client.example";
  private static final String BOB = "bob@client.example";

  /** How commands travel. */
  enum Way {
    LOCK_STEP,
    PIPELINED
  }

  private final ScriptedSmtp server = new ScriptedSmtp();
  private final SmtpConnections connections = SmtpFixture.connections(new SettableClock());

  @AfterEach
  void close() {
    connections.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 450",
    "MAIL, 451",
    "MAIL, 452",
    "RCPT, 450",
    "RCPT, 451",
    "RCPT, 452",
    "DATA, 451",
    "DATA, 452",
    "., 450",
    "., 451",
    "., 452",
    "MAIL, 421",
    "RCPT, 421",
    "DATA, 421",
    "., 421"
  })
  void what_is_refused_for_now_is_put_off(String point, int code) {
    for (Way way : Way.values()) {
      server.asUsual();
      server.on(point, code + " 4.0.0 not now");
      DeliveryResult result = only(send(way));

      assertThat(result)
          .as("%s %d %s", point, code, way)
          .isEqualTo(new Deferred(code + " 4.0.0 not now"));
      assertThat(server.ledger).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550",
    "MAIL, 552",
    "MAIL, 554",
    "RCPT, 550",
    "RCPT, 552",
    "RCPT, 554",
    "DATA, 554",
    "., 550",
    "., 552",
    "., 554"
  })
  void what_is_refused_for_good_has_failed(String point, int code) {
    for (Way way : Way.values()) {
      server.asUsual();
      server.on(point, code + " 5.0.0 never");

      assertThat(only(send(way)))
          .as("%s %d %s", point, code, way)
          .isEqualTo(new Refused(code + " 5.0.0 never"));
      assertThat(server.ledger).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void each_recipient_is_judged_by_itself(Way way) {
    server.on("RCPT TO:<" + ANA, "550 5.1.1 unknown").on("RCPT TO:<" + BOB, "450 4.2.0 greylisted");
    Transmission sent = send(way, ANA, BOB, "eve@client.example", "joe@client.example");

    assertThat(sent.results())
        .containsEntry(ANA, new Refused("550 5.1.1 unknown"))
        .containsEntry(BOB, new Deferred("450 4.2.0 greylisted"))
        .containsEntry("eve@client.example", new Accepted("250 queued as 1"))
        .containsEntry("joe@client.example", new Accepted("250 queued as 1"));
    assertThat(server.ledger.get(0).to())
        .containsExactly("eve@client.example", "joe@client.example");
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_wants_a_text_for_nobody_gets_none(Way way) {
    // RFC 2920 3.1: some answer 354 to a DATA that came together with refused recipients
    server.on("RCPT", "550 5.1.1 unknown").on("DATA", "354 go on");
    assertThat(send(way))
        .isEqualTo(
            new Transmission(Map.of(ANA, new Refused("550 5.1.1 unknown")), Optional.empty()));

    server.asUsual();
    assertThat(only(send(way))).isInstanceOf(Accepted.class);
    assertThat(server.ledger).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, LOCK_STEP",
    "MAIL, PIPELINED",
    "RCPT, LOCK_STEP",
    "RCPT, PIPELINED",
    "DATA, LOCK_STEP",
    "DATA, PIPELINED"
  })
  void a_connection_that_is_lost_before_the_message_is_with_the_server_puts_it_off(
      String point, Way way) {
    server.on(point, ScriptedSmtp.DROP);
    Transmission sent = send(way);

    assertThat(only(sent)).isInstanceOf(Deferred.class);
    assertThat(sent.trouble().map(Transmission.Trouble::kind)).contains(Trouble.NETWORK);
    assertThat(server.ledger).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void lost_after_the_final_dot_it_may_have_arrived(Way way) {
    server.on(".", ScriptedSmtp.DROP);
    Transmission sent = send(way);

    assertThat(only(sent)).isInstanceOf(Uncertain.class);
    assertThat(sent.trouble()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void silence_after_the_final_dot_is_uncertain_too(Way way) {
    server.on(".", ScriptedSmtp.HANG);

    assertThat(only(sendImpatiently(way))).isInstanceOf(Uncertain.class);
  }

  @ParameterizedTest
  @CsvSource({"MAIL, LOCK_STEP", "RCPT, PIPELINED", "DATA, LOCK_STEP"})
  void silence_before_it_is_not(String point, Way way) {
    server.on(point, ScriptedSmtp.HANG);

    assertThat(only(sendImpatiently(way))).isInstanceOf(Deferred.class);
  }

  @ParameterizedTest
  @EnumSource
  void answers_of_several_lines_are_one(Way way) {
    server.on("RCPT", "550-5.1.1 There is nobody\r\n550-5.1.1 of that name\r\n550 5.1.1 here");

    assertThat(only(send(way)).words())
        .isEqualTo("550-5.1.1 There is nobody 550-5.1.1 of that name 550 5.1.1 here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"what?", "25", "", "999 9.9.9 beyond", "abc def"})
  void an_answer_that_is_none_puts_it_off(String nonsense) {
    server.on("RCPT", nonsense);
    for (Way way : Way.values()) {
      assertThat(only(send(way))).as(way.name()).isInstanceOf(Deferred.class);
    }
    assertThat(server.ledger).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_message_beyond_the_servers_size_is_refused_without_a_word(Way way) {
    server.on("EHLO", "250-scripted\r\n250-PIPELINING\r\n250 SIZE 10");

    assertThat(only(send(way)).words()).contains("up to 10 bytes");
    assertThat(server.commands).noneMatch(command -> command.startsWith("MAIL"));
  }

  @ParameterizedTest
  @EnumSource
  void a_server_that_tells_nothing_of_itself_is_asked_for_nothing(Way way) {
    server.on("EHLO", "250 scripted");

    assertThat(only(send(way))).isInstanceOf(Accepted.class);
    assertThat(server.commands).contains("MAIL FROM:<desk@xpto.example>");
  }

  private Transmission send(Way way) {
    return send(way, ANA);
  }

  private Transmission sendImpatiently(Way way) {
    SmtpConnections impatient = SmtpFixture.impatient(new SettableClock());
    Transmission sent = send(impatient, way, ANA);
    impatient.close();
    return sent;
  }

  private Transmission send(Way way, String... recipients) {
    connections.close();
    return send(connections, way, recipients);
  }

  private Transmission send(SmtpConnections through, Way way, String... recipients) {
    if (way == Way.PIPELINED) {
      server.offers("PIPELINING");
    }
    return SmtpFixture.send(through, LANE, account(1, server.port()), message("text", recipients));
  }

  private static DeliveryResult only(Transmission sent) {
    assertThat(sent.results()).hasSize(1);
    return sent.results().values().iterator().next();
  }
}
