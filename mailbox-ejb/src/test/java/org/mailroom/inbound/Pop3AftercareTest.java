package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.mailbox.ServerAction.DELETE;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.pop3.Pop3Source;
import org.mailroom.mailbox.AfterReading;

/** Leaving mail on a POP3 server, and deleting it there after it is stored. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class Pop3AftercareTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Outcome OPENED = Outcome.opened("1", "A new request.");

  private final ScriptedPop3 server = new ScriptedPop3();
  private Reading reading;

  @AfterEach
  void close() {
    reading.close();
    server.close();
  }

  private void readTwo(AfterReading after) {
    reading =
        new Reading(
            Pop3Source::open,
            AccountFixture.pop3(server.port()).activeSince(NOON).after(after).account(),
            new SettableClock(NOON));
    server.receives("old", received("old", "10:00:00"));
    server.receives("a", received("one", "12:00:00"));
    server.receives("b", received("two", "12:00:00"));
    reading.read();
  }

  private static String received(String subject, String at) {
    return "Received: from x by y; Sun, 22 Nov 2026 %s +0000\n%s"
        .formatted(at, IdleTest.mail(subject));
  }

  @Test
  void leaves_mail_where_it_is() {
    readTwo(AfterReading.USUAL);
    reading.settle("one", OPENED).settle("two", OPENED).read().read();

    assertThat(server.uids()).containsExactly("old", "a", "b");
    assertThat(reading.subjects()).containsExactly("one", "two");
  }

  @Test
  void deletes_what_is_stored_and_taken() {
    readTwo(new AfterReading(DELETE, null, null, null));
    assertThat(server.uids()).containsExactly("old", "a", "b");
    reading.settle("one", OPENED).read();
    assertThat(server.uids()).containsExactly("old", "b");
    reading.settle("two", Outcome.quarantined("Nobody may write here.")).read().read();

    assertThat(server.uids()).containsExactly("old", "b");
    assertThat(reading.subjects()).containsExactly("one", "two");
    assertThat(reading.access.reports()).containsOnly("worked");
  }

  @Test
  void deletes_again_what_a_broken_session_has_left() {
    readTwo(new AfterReading(DELETE, null, null, null));
    server.misbehave(
        (tag, command, guest) -> {
          if (command.equals("QUIT")) {
            guest.hangUp();
          }
          return command.equals("QUIT");
        });
    reading.settle("one", OPENED).settle("two", OPENED).read();
    assertThat(server.uids()).containsExactly("old", "a", "b");
    reading.read();
    assertThat(reading.access.reports()).anyMatch(it -> it.contains("the server still has it"));

    server.behave();
    reading.read().read();
    assertThat(server.uids()).containsExactly("old");
    assertThat(reading.subjects()).containsExactly("one", "two");
  }
}
