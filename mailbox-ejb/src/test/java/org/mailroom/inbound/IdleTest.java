package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.environment.SettableClock;

/** Waiting for news (IMAP IDLE). */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class IdleTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOON);

  @Test
  void reads_what_comes_without_another_round() {
    try (ScriptedImap server = new ScriptedImap();
        Idling idling = idling(server.port())) {
      idling.round();
      idling.awaitWaiting();

      for (int i = 1; i <= 3; i++) {
        clock.pass(Duration.ofSeconds(2));
        server.announces(Integer.toString(i), mail("mail " + i));
        idling.awaitMail(i);
        idling.awaitWaiting();
      }
      assertThat(idling.subjects()).containsExactly("mail 1", "mail 2", "mail 3");
      assertThat(idling.reader().doing()).isEqualTo(ReaderView.Doing.WAITS);
      assertThat(idling.reader().since()).contains(NOON);
    }
  }

  @Test
  void asks_a_server_that_never_tells_at_the_interval_by_the_same_connection() {
    try (ScriptedImap server = new ScriptedImap();
        Idling idling = idling(server.port())) {
      idling.round();
      idling.awaitWaiting();
      server.receives("1", mail("silent"));
      clock.pass(Duration.ofSeconds(60));

      idling.roundsUntilMail(1);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void connects_anew_when_the_connection_ends() {
    try (ScriptedImap server = new ScriptedImap();
        Idling idling = idling(server.port())) {
      idling.round();
      idling.awaitWaiting();
      server.receives("1", mail("meanwhile"));
      clock.pass(Duration.ofSeconds(2));
      server.dropsAll();

      idling.roundsUntilMail(1);
      idling.awaitWaiting();
      assertThat(server.connections()).isEqualTo(2);
      assertThat(idling.access().reports()).containsOnly("worked");
    }
  }

  @Test
  void polls_a_server_that_offers_no_idle() {
    try (ScriptedImap server = new ScriptedImap();
        Idling idling = idling(server.port())) {
      server.capabilities("IMAP4rev1");
      idling.round();
      Idling.await("read", () -> !idling.access().reports().isEmpty());
      idling.awaitRest(); // or it would rest from a later time on
      server.receives("1", mail("polled"));
      clock.pass(Duration.ofSeconds(60));
      idling.roundsUntilMail(1);

      assertThat(idling.waiting()).isZero();
      assertThat(idling.reader().why()).contains(WhyNoIdle.NOT_OFFERED);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void lets_the_connection_of_a_paused_mailbox_go() {
    try (ScriptedImap server = new ScriptedImap();
        Idling idling = idling(server.port())) {
      idling.round();
      idling.awaitWaiting();
      idling.retain(Set.of());

      assertThat(idling.waiting()).isZero();
    }
  }

  private Idling idling(int port) {
    return new Idling(AccountFixture.imap(port).activeSince(NOON).account(), clock);
  }

  static String mail(String subject) {
    return "Message-ID: <%s@example.com>\nFrom: ana@example.com\nSubject: %s\n\nwords"
        .formatted(subject.replace(' ', '.'), subject);
  }
}
