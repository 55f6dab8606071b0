package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.inbound.ReceivedState.QUARANTINED;
import static org.mailroom.mailbox.ServerAction.DELETE;
import static org.mailroom.mailbox.ServerAction.FLAG;
import static org.mailroom.mailbox.ServerAction.LEAVE;
import static org.mailroom.mailbox.ServerAction.MARK_READ;
import static org.mailroom.mailbox.ServerAction.MOVE;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.ServerAction;

/** What becomes on the server of mail that was read, and when. */
class AftercareTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Outcome OPENED = Outcome.opened("1", "A new request.");
  private static final Outcome QUARANTINE = Outcome.quarantined("Nobody may write here.");

  private final MemoryServer server = MemoryServer.likeImap();
  private Reading reading;

  @AfterEach
  void close() {
    reading.close();
  }

  private void wants(ServerAction success, String folder, ServerAction failure, String other) {
    AfterReading after = new AfterReading(success, folder, failure, other);
    reading =
        new Reading(
            server,
            AccountFixture.imap(143).activeSince(NOON).after(after).account(),
            new SettableClock(NOON));
  }

  @Test
  void moves_a_mail_once_it_is_known_what_became_of_it() {
    wants(MOVE, "Done", null, null);
    server.receives(IdleTest.mail("one"), NOON);
    assertThat(reading.read().subjects()).containsExactly("one");
    assertThat(server.moved()).isEmpty();

    reading.settle("one", OPENED).read().read();

    assertThat(server.moved()).containsExactly(Map.entry("1", "Done"));
    assertThat(reading.subjects()).containsExactly("one");
    assertThat(reading.access.reports()).containsOnly("worked");
  }

  @Test
  void moves_what_was_quarantined_elsewhere() {
    wants(MOVE, "Done", MOVE, "Trouble");
    server.receives(IdleTest.mail("one"), NOON);
    server.receives(IdleTest.mail("two"), NOON);
    reading.read().settle("one", QUARANTINE).settle("two", OPENED).read();

    assertThat(server.moved()).containsOnly(Map.entry("1", "Trouble"), Map.entry("2", "Done"));
  }

  @Test
  void leaves_what_was_quarantined_unless_it_is_told_otherwise() {
    wants(DELETE, null, null, null);
    server.receives(IdleTest.mail("one"), NOON);
    server.receives(IdleTest.mail("two"), NOON);
    reading.read().settle("one", QUARANTINE).settle("two", Outcome.ignored("A loop.")).read();

    assertThat(server.moved()).containsOnly(Map.entry("2", ""));
  }

  @Test
  void never_touches_mail_from_before_the_activation() {
    wants(DELETE, null, MARK_READ, null);
    server.receives(IdleTest.mail("old"), NOON.minusSeconds(60));
    server.receives(IdleTest.mail("new"), NOON);
    reading.read().settle("new", OPENED).read().read();

    assertThat(server.moved()).containsOnlyKeys("2");
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void flags_and_marks() {
    wants(FLAG, null, MARK_READ, null);
    server.receives(IdleTest.mail("one"), NOON);
    server.receives(IdleTest.mail("two"), NOON);
    reading.read().settle("one", OPENED).settle("two", QUARANTINE).read();

    assertThat(server.flagged()).containsExactly("1");
    assertThat(server.seen()).containsExactly("2");
  }

  @Test
  void does_as_it_is_told_with_mail_that_is_too_large() {
    wants(MARK_READ, null, MOVE, "Trouble");
    server.receives(IdleTest.mail("huge"), NOON, 26L << 20);

    assertThat(reading.read().states()).containsExactly(QUARANTINED);
    assertThat(server.moved()).containsExactly(Map.entry("1", "Trouble"));
    assertThat(reading.ledger().get(0).view("").reason()).doesNotContain("unread");
  }

  @Test
  void leaves_all_mail_as_it_is() {
    wants(LEAVE, null, null, null);
    server.receives(IdleTest.mail("one"), NOON);
    reading.read().settle("one", OPENED).read();

    assertThat(server.seen()).isEmpty();
    assertThat(server.flagged()).isEmpty();
    assertThat(server.moved()).isEmpty();
  }

  @Test
  void reads_on_while_the_server_refuses_and_tells_why() {
    wants(MOVE, "Done", null, null);
    server.receives(IdleTest.mail("one"), NOON);
    reading.read().settle("one", OPENED);
    server.beforeMark(
        () -> {
          throw new SourceTrouble(Trouble.SERVER, "NO permission denied", null);
        });
    server.receives(IdleTest.mail("two"), NOON);
    reading.read();

    assertThat(reading.subjects()).containsExactly("one", "two");
    assertThat(reading.access.reports())
        .contains(
            "MESSAGE: Mail is read and stored, but could not be moved to \"Done\", which is tried"
                + " again: NO permission denied");

    server.beforeMark(() -> {});
    reading.settle("two", OPENED).read();
    assertThat(server.moved()).containsOnlyKeys("1", "2");
    assertThat(reading.subjects()).containsExactly("one", "two");
  }
}
