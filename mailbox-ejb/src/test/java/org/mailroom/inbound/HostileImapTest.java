package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.inbound.ReceivedState.QUARANTINED;
import static org.mailroom.inbound.ReceivedState.STORED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.ScriptedMailServer.Guest;
import org.mailroom.inbound.ScriptedMailServer.Mischief;
import org.mailroom.inbound.imap.ImapSource;

/** What comes of a mailbox whose IMAP server misbehaves: no loss, no second row, and an end. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class HostileImapTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final byte[] WORDS = "Subject: x\r\n\r\nwords".getBytes(StandardCharsets.UTF_8);

  private final ScriptedImap server = new ScriptedImap();
  private final Reading reading =
      new Reading(
          ImapSource::open,
          AccountFixture.imap(server.port()).activeSince(NOON).account(),
          new SettableClock(NOON));

  @AfterEach
  void close() {
    reading.close();
    server.close();
  }

  static Stream<Arguments> mischief() {
    return Stream.of(
        mischief("disconnects within a literal", guest -> cut(guest, 5_000)),
        mischief("says a literal is shorter than it is", guest -> literal(guest, 10)),
        mischief("says a literal is longer than it is", guest -> cut(guest, 60)),
        mischief("says a literal has 2 GB", guest -> literal(guest, Integer.MAX_VALUE)),
        mischief("says a literal has nearly 2 GB", guest -> literal(guest, 2_000_000_000)),
        mischief("says a literal has 4 GB", guest -> literal(guest, 4_294_967_295L)),
        mischief("says a literal has less than nothing", guest -> literal(guest, -5)),
        mischief("never ends its untagged answers", HostileImapTest::endless),
        mischief("never ends a line", HostileImapTest::endlessLine),
        mischief("says goodbye", guest -> goodbye(guest, "* BYE shutting down")),
        mischief("hangs up", Guest::hangUp),
        mischief("tells nonsense", guest -> goodbye(guest, "* 1 FETCH (((((\r\n{{{\r\n* x")),
        tagged("says no", "NO not now"),
        tagged("does not understand", "BAD what?"),
        tagged("is unavailable", "NO [UNAVAILABLE] try again"),
        tagged("has it in use", "NO [INUSE] locked"),
        tagged("says it is too much", "NO [OVERQUOTA] bandwidth exceeded"),
        untagged("tells no UID", "* 1 FETCH (BODY[] {5}\r\nwords)"),
        untagged("tells no UID, but the size", "* 1 FETCH (BODY[] {5}\r\nwords RFC822.SIZE 5)"),
        untagged("delivers nothing", "* 1 FETCH (UID 1 BODY[] NIL)"));
  }

  /** What a server does with a guest. */
  @FunctionalInterface
  private interface Deed {
    void play(Guest guest) throws IOException;
  }

  private static Arguments mischief(String what, Deed deed) {
    return Arguments.of(
        what,
        onBody(
            (tag, command, guest) -> {
              deed.play(guest);
              return true;
            }));
  }

  private static Arguments tagged(String what, String answer) {
    return Arguments.of(
        what,
        onBody(
            (tag, command, guest) -> {
              guest.say(tag + " " + answer);
              return true;
            }));
  }

  private static Arguments untagged(String what, String answer) {
    return Arguments.of(
        what,
        onBody(
            (tag, command, guest) -> {
              guest.say(answer);
              guest.say(tag + " OK done");
              return true;
            }));
  }

  private static Mischief onBody(Mischief mischief) {
    return (tag, command, guest) ->
        command.contains("BODY") && mischief.answers(tag, command, guest);
  }

  private static void literal(Guest guest, long length) throws IOException {
    guest.write(ScriptedImap.literal(1, "1", WORDS, length));
    guest.hangUp();
  }

  private static void cut(Guest guest, long length) throws IOException {
    guest.write(ScriptedImap.literal(1, "1", WORDS, length));
    guest.say("* 2 FETCH (UID 2");
    guest.hangUp();
  }

  private static void endless(Guest guest) throws IOException {
    byte[] many = "* OK still searching\r\n".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      guest.write(many);
    }
  }

  private static void endlessLine(Guest guest) throws IOException {
    guest.write("* 1 FETCH (UID 1 BODY[] \"".getBytes(StandardCharsets.US_ASCII));
    byte[] many = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      guest.write(many);
    }
  }

  private static void goodbye(Guest guest, String words) throws IOException {
    guest.say(words);
    guest.hangUp();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mischief")
  void loses_and_repeats_nothing(String what, Mischief mischief) {
    three();
    server.misbehave(mischief);
    reading.read().read();
    assertThat(reading.ledger()).isEmpty();
    assertThat(reading.access.reports()).isNotEmpty().doesNotContain("worked worked");

    server.behave();
    reading.read().read().read();

    requireThree();
  }

  private void three() {
    server.receives("1", mail("one"));
    server.receives("2", mail("two"));
    server.receives("3", mail("three"));
  }

  private void requireThree() {
    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(reading.states()).containsOnly(STORED);
  }

  @Test
  void one_that_hangs_within_a_mail_leaves_memory_to_others_and_gives_its_own_back() {
    int all = 1 << 16;
    ReadingBudget budget = new ReadingBudget(all);
    CompletableFuture<Void> hangs = new CompletableFuture<>();
    CompletableFuture<Void> over = new CompletableFuture<>();
    server.receives("1", "Subject: large\r\n\r\n" + "x".repeat(all));
    try (Reading other = reading(budget)) {
      server.misbehave(onBody(HostileImapTest::brokenOff));
      other.read();
      server.misbehave(onBody((tag, command, guest) -> hang(guest, hangs, over)));
      CompletableFuture<?> turn = CompletableFuture.runAsync(other::read);
      hangs.join();

      assertThat(budget.hold(all / 2 - 1024, Duration.ZERO, () -> {})).isTrue();
      assertThat(budget.hold(all, Duration.ZERO, () -> {})).isFalse();

      over.complete(null);
      turn.join();
      assertThat(budget.hold(all, Duration.ZERO, () -> {})).isTrue();
    }
  }

  private Reading reading(ReadingBudget budget) {
    return new Reading(
        ImapSource::open,
        AccountFixture.imap(server.port()).activeSince(NOON).account(),
        new SettableClock(NOON),
        Runnable::run,
        budget);
  }

  private static boolean brokenOff(String tag, String command, Guest guest) throws IOException {
    guest.hangUp();
    return true;
  }

  private static boolean hang(
      Guest guest, CompletableFuture<Void> hangs, CompletableFuture<Void> over) throws IOException {
    guest.write("* 1 FETCH (UID 1 BODY[] {65000}\r\nSubject: ".getBytes(StandardCharsets.US_ASCII));
    hangs.complete(null);
    over.join();
    guest.hangUp();
    return true;
  }

  @Test
  void reads_the_others_while_one_mail_always_breaks_the_connection() {
    three();
    server.misbehave(
        onBody(
            (tag, command, guest) -> {
              boolean second = command.matches("UID FETCH (\\d,)*2.*");
              if (second) {
                cut(guest, 1_000);
              }
              return second;
            }));
    for (int i = 0; i < 9; i++) {
      reading.read();
    }

    assertThat(reading.subjects()).containsExactly("one", "three", "");
    assertThat(reading.states()).containsExactly(STORED, STORED, QUARANTINED);
  }

  @Test
  void takes_each_mail_once_that_is_listed_and_sent_twice() {
    three();
    server.misbehave(
        (tag, command, guest) -> {
          if (command.contains("RFC822.SIZE")) {
            guest.say("* 3 FETCH (UID 3 RFC822.SIZE 30)");
            guest.say("* 2 FETCH (UID 3 RFC822.SIZE 30)");
          } else if (command.contains("BODY")) {
            guest.write(ScriptedImap.literal(9, "9", WORDS, WORDS.length));
            guest.say("* 3 FETCH (FLAGS (\\Seen) UID 3)");
          }
          return false;
        });
    reading.read().read();

    requireThree();
  }

  @Test
  void heeds_what_is_deleted_while_it_fetches() {
    three();
    server.misbehave(
        (tag, command, guest) -> {
          if (command.contains("BODY")) {
            guest.say("* 3 EXPUNGE");
            guest.say("* 99 EXPUNGE");
            guest.say("* 1 EXISTS");
          }
          return false;
        });
    reading.read();
    server.behave();

    requireThreeAfter(reading.read().read());
  }

  private void requireThreeAfter(Reading unused) {
    requireThree();
  }

  @Test
  void survives_a_goodbye_at_any_moment() {
    for (int moment = 0; moment < 16; moment++) {
      server.receives(Integer.toString(moment + 1), mail("mail " + moment));
      AtomicInteger left = new AtomicInteger(moment);
      server.misbehave(
          (tag, command, guest) -> {
            boolean now = left.getAndDecrement() == 0;
            if (now) {
              goodbye(guest, "* BYE at this moment");
            }
            return now;
          });
      reading.read();
      server.behave();
      reading.read().read();
    }

    assertThat(reading.ledger()).hasSize(16);
    assertThat(reading.subjects()).doesNotHaveDuplicates();
    assertThat(reading.states()).containsOnly(STORED);
  }

  @Test
  void tells_a_throttled_log_in_from_a_refused_one() {
    answerLogIn("NO [LIMIT] Too many simultaneous connections");
    answerLogIn("NO [UNAVAILABLE] Temporary authentication failure");
    answerLogIn("NO [AUTHENTICATIONFAILED] wrong");

    assertThat(reading.access.reports())
        .extracting(report -> report.substring(0, report.indexOf(':')))
        .containsExactly("QUOTA", "SERVER", "LOGIN");
  }

  private void answerLogIn(String answer) {
    server.misbehave(
        (tag, command, guest) -> {
          boolean logIn = command.startsWith("LOGIN") || command.startsWith("AUTH");
          if (logIn) {
            guest.say(tag + " " + answer);
          }
          return logIn;
        });
    reading.read();
  }

  @Test
  void refuses_a_folder_of_more_mail_than_anybody_has() {
    three();
    server.misbehave(
        (tag, command, guest) -> {
          if (command.startsWith("EXAMINE")) {
            guest.say("* 2000000000 EXISTS");
          }
          return false;
        });
    reading.read();
    assertThat(reading.access.reports())
        .hasSize(1)
        .allMatch(it -> it.contains("2000000000 messages"));

    server.behave();
    requireThreeAfter(reading.read());
  }

  @Test
  void takes_the_header_of_a_bomb() {
    three();
    server.receives("4", mail("bomb") + "x".repeat(60 << 20), 1_024);
    for (int i = 0; i < 4; i++) {
      reading.read();
    }

    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two", "three", "bomb");
    assertThat(reading.states()).containsExactly(STORED, STORED, STORED, QUARANTINED);
    assertThat(reading.raw(3)).hasSizeLessThan(200);
  }

  @Test
  void gives_a_bomb_up_that_cannot_be_cut() {
    byte[] bomb = new byte[60 << 20];
    three();
    server.misbehave(
        onBody(
            (tag, command, guest) -> {
              boolean third = command.contains("BODY.PEEK[]") && command.contains("3");
              if (third) {
                guest.write(ScriptedImap.literal(3, "3", bomb, bomb.length));
              }
              return third;
            }));
    for (int i = 0; i < 9; i++) {
      reading.read();
    }

    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(reading.states()).containsExactly(STORED, STORED, QUARANTINED);
  }

  @Test
  void reads_mail_whose_number_was_another_mails() {
    three();
    reading.read();
    server.forgetsAll();
    server.receives("1", mail("three"));
    server.receives("2", mail("four"));
    reading.read().read();

    assertThat(reading.subjects()).containsExactly("one", "two", "three", "four");
    assertThat(reading.states()).containsOnly(STORED);
  }

  @Test
  void reads_nothing_twice_that_is_numbered_anew() {
    three();
    reading.read();
    server.uidValidity(8);
    server.receives("4", mail("four"));
    reading.read().read();

    assertThat(reading.subjects()).isEqualTo(List.of("one", "two", "three", "four"));
  }

  @Test
  void lists_a_large_folder_in_parts() {
    for (int i = 1; i <= 5_100; i++) {
      server.receives(Integer.toString(i), mail("old"));
    }
    server.misbehave(
        (tag, command, guest) -> {
          boolean search = command.startsWith("UID SEARCH UID 1:*");
          if (search) {
            StringBuilder uids = new StringBuilder("* SEARCH");
            for (int i = 1; i <= 5_100; i++) {
              uids.append(' ').append(i);
            }
            guest.say(uids.toString());
            guest.say(tag + " OK done");
          } else if (command.contains("RFC822.SIZE")) {
            assertThat(command).contains("UID FETCH 1:5000 ");
            guest.say(tag + " OK done");
          }
          return search || command.contains("RFC822.SIZE");
        });
    reading.read();

    assertThat(reading.access.reports()).containsExactly("worked");
  }

  private static String mail(String subject) {
    return "Message-ID: <%s@example.com>\nFrom: ana@example.com\nSubject: %s\n\nwords"
        .formatted(subject.replace(' ', '.'), subject);
  }
}
