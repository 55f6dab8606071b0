package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.bearer.Dovecot;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.imap.ImapSource;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.ServerAction;

/** Folders of a real server with a prefix before an account's own, and shared ones. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DovecotFoldersTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final String NAMESPACES =
      """
      namespace inbox {
        inbox = yes
        type = private
        prefix = INBOX.
        separator = .
      }
      namespace shared {
        type = public
        prefix = Public.
        separator = .
        location = maildir:$HOME/public
        subscriptions = no
      }
      """;
  private static final Outcome OPENED = Outcome.opened("1", "A new request.");

  @TempDir private Path home;
  private Dovecot server;

  @BeforeEach
  void start() {
    server = new Dovecot(home, "xoauth2", NAMESPACES).accepts("good");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Account account(String folder, AfterReading after) {
    return AccountFixture.imap(server.imapPort())
        .activeSince(NOON)
        .readExisting()
        .folder(folder)
        .after(after)
        .byToken("good");
  }

  private Reading reading(String folder, AfterReading after) {
    return new Reading(ImapSource::open, account(folder, after), new SettableClock(NOON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Public.Orders", "Public/Orders", "Orders"})
  void reads_a_shared_folder_however_a_person_writes_it(String name) {
    server.deliver(home.resolve("public/.Orders"), IdleTest.mail("shared"));

    try (Reading reading = reading(name, AfterReading.USUAL)) {
      assertThat(reading.read().subjects()).containsExactly("shared");
      assertThat(reading.access.reports()).containsOnly("worked");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Erledigt/日本語", "Entwürfe & mehr", "INBOX.Done", "A&B"})
  void moves_into_a_folder_with_any_name_and_reads_it_by_that_name(String name) {
    server.deliver(IdleTest.mail("one"));
    AfterReading toName = new AfterReading(ServerAction.MOVE, name, null, null);

    try (Reading reading = reading("INBOX", toName);
        Reading target = reading(name, AfterReading.USUAL)) {
      reading.read().settle("one", OPENED).read().read();

      assertThat(reading.access.reports()).containsOnly("worked");
      assertThat(reading.subjects()).containsExactly("one");
      assertThat(target.read().subjects()).containsExactly("one");
      assertThat(count("INBOX")).isZero();
    }
  }

  private int count(String folder) {
    try (MailSource source = ImapSource.open(account(folder, AfterReading.USUAL))) {
      return source.list(0).size();
    }
  }

  @Test
  void tells_the_names_that_are_near_a_missing_folder() {
    server.deliver(
        home.resolve("mail").resolve(Dovecot.USER).resolve(".Projects"), "Subject: x\n\nx");
    server.deliver(home.resolve("public/.Orders"), "Subject: x\n\nx");

    assertThatThrownBy(() -> count("Project"))
        .hasMessageContaining("\"Project\"")
        .hasMessageContaining("INBOX.Projects");
    assertThatThrownBy(() -> count("Public/Order")).hasMessageContaining("Public.Orders");
  }

  @Test
  void moves_nothing_to_the_folder_that_it_reads_under_another_name() {
    server.deliver(
        home.resolve("mail").resolve(Dovecot.USER).resolve(".Desk"), IdleTest.mail("one"));
    AfterReading toItself = new AfterReading(ServerAction.MOVE, "INBOX/Desk", null, null);

    try (Reading reading = reading("Desk", toItself)) {
      reading.read().settle("one", OPENED).read().read();

      assertThat(reading.subjects()).containsExactly("one");
      assertThat(reading.access.reports()).anyMatch(it -> it.contains("read from"));
      assertThat(count("Desk")).isEqualTo(1);
    }
  }
}
