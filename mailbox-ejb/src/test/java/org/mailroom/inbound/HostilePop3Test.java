package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.inbound.ReceivedState.QUARANTINED;
import static org.mailroom.inbound.ReceivedState.STORED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
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
import org.mailroom.inbound.pop3.Pop3Source;

/** What comes of a mailbox whose POP3 server misbehaves: no loss, no second row, and an end. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class HostilePop3Test {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final ScriptedPop3 server = new ScriptedPop3();
  private final Reading reading =
      new Reading(
          Pop3Source::open,
          AccountFixture.pop3(server.port()).readExisting().account(),
          new SettableClock(NOON));

  @AfterEach
  void close() {
    reading.close();
    server.close();
  }

  static Stream<Arguments> mischief() {
    return Stream.of(
        on("RETR", "refuses a mail that it lists", guest -> guest.say("-ERR not this one")),
        on("RETR", "hangs up within a mail", guest -> hangUp(guest, "+OK\r\nSubject: half")),
        on("RETR", "never ends a mail", HostilePop3Test::endless),
        on(
            "RETR",
            "forgets to double a dot",
            guest -> guest.say("+OK\r\nS: x\r\n\r\n.\r\nrest\r\n.")),
        on("RETR", "tells nonsense", guest -> guest.say("what was that?")),
        on("UIDL", "names no mail", guest -> guest.say("-ERR unknown command")),
        on("UIDL", "names mail by words", guest -> guest.say("+OK\r\none 1\r\ntwo 2\r\n.")),
        on("LIST", "lists no mail", guest -> guest.say("-ERR not now")),
        on("STAT", "cannot count", guest -> guest.say("-ERR locked")),
        on("GREETING", "hangs up", Guest::hangUp),
        on("AUTH", "is in use", guest -> guest.say("-ERR [IN-USE] maildrop locked")));
  }

  /** What a server does with a guest. */
  @FunctionalInterface
  private interface Deed {
    void play(Guest guest) throws IOException;
  }

  private static Arguments on(String verb, String what, Deed deed) {
    Mischief mischief =
        (tag, command, guest) -> {
          boolean now = command.startsWith(verb);
          if (now) {
            deed.play(guest);
          }
          return now;
        };
    return Arguments.of(what, mischief);
  }

  private static void hangUp(Guest guest, String words) throws IOException {
    guest.say(words);
    guest.hangUp();
  }

  private static void endless(Guest guest) throws IOException {
    guest.say("+OK");
    byte[] many = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    while (true) {
      guest.write(many);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mischief")
  void loses_and_repeats_nothing(String what, Mischief mischief) {
    three();
    server.misbehave(mischief);
    reading.read().read();
    assertThat(reading.ledger()).isEmpty();
    assertThat(reading.access.reports()).isNotEmpty();

    server.behave();
    reading.read().read();

    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(reading.states()).containsOnly(STORED);
  }

  private void three() {
    server.receives("a", mail("one"));
    server.receives("b", mail("two"));
    server.receives("c", mail("three"));
  }

  @Test
  void reads_the_others_while_one_mail_is_always_refused() {
    three();
    server.misbehave(
        (tag, command, guest) -> {
          boolean second = command.startsWith("RETR 2");
          if (second) {
            guest.say("-ERR not this one");
          }
          return second;
        });
    for (int i = 0; i < 9; i++) {
      reading.read();
    }

    assertThat(reading.subjects()).containsExactly("one", "three", "two");
    assertThat(reading.states()).containsExactly(STORED, STORED, QUARANTINED);
  }

  @Test
  void takes_mails_of_one_name_for_one() {
    three();
    server.receives("c", mail("three"));

    assertThat(reading.read().read().subjects()).containsExactly("one", "two", "three");
  }

  @Test
  void takes_the_header_of_a_bomb() {
    three();
    server.receives("d", mail("bomb") + "x".repeat(60 << 20), 1_024);
    for (int i = 0; i < 4; i++) {
      reading.read();
    }

    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two", "three", "bomb");
    assertThat(reading.states()).containsExactly(STORED, STORED, STORED, QUARANTINED);
    assertThat(reading.raw(3)).hasSizeLessThan(200);
  }

  @Test
  void says_what_to_do_about_a_server_without_names() {
    three();
    server.misbehave(
        (tag, command, guest) -> {
          boolean asked = command.startsWith("UIDL");
          if (asked) {
            guest.say("-ERR unknown command");
          }
          return asked;
        });
    reading.read();

    assertThat(reading.access.reports())
        .containsExactly(
            "SETTINGS: The server names no mails (UIDL), so what was read before could not be known."
                + " Use IMAP for this mailbox.");
  }

  private static String mail(String subject) {
    return "Message-ID: <%s@example.com>\nFrom: ana@example.com\nSubject: %s\n\n.words\n"
        .formatted(subject.replace(' ', '.'), subject);
  }
}
