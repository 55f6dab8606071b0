package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.mailbox.ServerAction.DELETE;
import static org.mailroom.mailbox.ServerAction.MOVE;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.ScriptedMailServer.Mischief;
import org.mailroom.inbound.imap.ImapSource;
import org.mailroom.mailbox.AfterReading;

/** What is done to mail on servers that lack something or break off: none is lost or read twice. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ImapAftercareTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final AfterReading TO_DONE = new AfterReading(MOVE, "Done", null, null);
  private static final AfterReading AWAY = new AfterReading(DELETE, null, null, null);

  private final ScriptedImap server = new ScriptedImap();
  private Reading reading;

  @AfterEach
  void close() {
    reading.close();
    server.close();
  }

  /** Mails 1 and 2 are read and opened. */
  private void readTwo(AfterReading after) {
    reading =
        new Reading(
            ImapSource::open,
            AccountFixture.imap(server.port()).activeSince(NOON).after(after).account(),
            new SettableClock(NOON));
    server.receives("1", IdleTest.mail("one"));
    server.receives("2", IdleTest.mail("two"));
    Outcome opened = Outcome.opened("1", "A new request.");
    reading.read().settle("one", opened).settle("two", opened);
  }

  private void requireDoneOnce() {
    reading.read().read();
    assertThat(server.uids()).isEmpty();
    assertThat(reading.subjects()).containsExactly("one", "two");
    assertThat(server.commands()).doesNotContain("EXPUNGE");
    // CLOSE takes marked mail away, unless the folder may only be read
    List<String> opened =
        server.commands().stream().filter(it -> it.matches("(SELECT|EXAMINE|CLOSE).*")).toList();
    for (int i = 1; i < opened.size(); i++) {
      assertThat(opened.get(i).equals("CLOSE") && opened.get(i - 1).startsWith("SELECT")).isFalse();
    }
  }

  @Test
  void moves_into_a_folder_that_it_makes() {
    readTwo(TO_DONE);

    requireDoneOnce();
    assertThat(server.folder("Done")).containsExactly("1", "2");
    assertThat(server.commands()).contains("SUBSCRIBE Done").noneMatch(it -> it.contains("COPY"));
  }

  @Test
  void copies_marks_and_expunges_its_own_where_the_server_cannot_move() {
    server.capabilities("IMAP4rev1 UIDPLUS");
    readTwo(TO_DONE);

    requireDoneOnce();
    assertThat(server.folder("Done")).containsExactly("1", "2");
    assertThat(server.commands()).contains("UID EXPUNGE 1,2");
  }

  @Test
  void only_marks_as_deleted_where_the_server_cannot_expunge_single_mail() {
    server.capabilities("IMAP4rev1");
    readTwo(TO_DONE);
    reading.read().read();

    assertThat(server.folder("Done")).containsExactly("1", "2");
    assertThat(server.uids()).containsExactly("1", "2");
    assertThat(server.flags("1")).contains("\\Deleted");
    assertThat(server.commands()).noneMatch(it -> it.contains("EXPUNGE"));
    assertThat(reading.subjects()).containsExactly("one", "two");
  }

  @Test
  void deletes_its_own_alone() {
    readTwo(AWAY);
    server.receives("3", IdleTest.mail("three"));
    reading.read();

    assertThat(server.uids()).containsExactly("3");
    assertThat(server.commands()).contains("UID EXPUNGE 1,2");
    assertThat(reading.subjects()).containsExactly("one", "two", "three");
  }

  @Test
  void tries_again_what_the_server_refuses() {
    readTwo(TO_DONE);
    server.misbehave(
        on("UID MOVE", (tag, command, guest) -> say(guest, tag + " NO [LIMIT] later")));
    server.receives("3", IdleTest.mail("three"));
    reading.read();
    assertThat(server.uids()).containsExactly("1", "2", "3");
    assertThat(reading.subjects()).containsExactly("one", "two", "three");
    assertThat(reading.access.reports()).anyMatch(it -> it.contains("could not be moved"));

    server.behave();
    reading.read();
    assertThat(server.folder("Done")).containsExactly("1", "2");
    assertThat(server.uids()).containsExactly("3");
  }

  @Test
  void goes_on_after_a_connection_that_broke_between_copy_and_mark() {
    server.capabilities("IMAP4rev1 UIDPLUS");
    readTwo(TO_DONE);
    server.misbehave(on("UID STORE", (tag, command, guest) -> hangUp(guest)));
    reading.read();
    assertThat(server.folder("Done")).containsExactly("1", "2");
    assertThat(reading.access.reports()).anyMatch(it -> it.startsWith("NETWORK"));

    server.behave();
    requireDoneOnce();
    assertThat(server.folder("Done")).contains("1", "2");
  }

  @Test
  void copies_nothing_twice_after_a_connection_that_broke_before_expunging() {
    server.capabilities("IMAP4rev1 UIDPLUS");
    readTwo(TO_DONE);
    server.misbehave(on("UID EXPUNGE", (tag, command, guest) -> hangUp(guest)));
    reading.read();
    assertThat(server.uids()).containsExactly("1", "2");

    server.behave();
    requireDoneOnce();
    assertThat(server.folder("Done")).containsExactly("1", "2");
  }

  @Test
  void touches_nothing_once_the_mail_is_numbered_anew() {
    readTwo(AWAY);
    server.misbehave(
        (tag, command, guest) -> {
          if (command.startsWith("SELECT")) {
            server.uidValidity(8);
          }
          return false;
        });
    reading.read();

    assertThat(server.uids()).containsExactly("1", "2");
    assertThat(server.commands()).noneMatch(it -> it.contains("STORE") && it.contains("Deleted"));
    requireDoneOnce();
  }

  private static Mischief on(String command, Mischief mischief) {
    return (tag, told, guest) -> told.startsWith(command) && mischief.answers(tag, told, guest);
  }

  private static boolean say(ScriptedMailServer.Guest guest, String words) throws IOException {
    guest.say(words);
    return true;
  }

  private static boolean hangUp(ScriptedMailServer.Guest guest) throws IOException {
    guest.hangUp();
    return true;
  }
}
