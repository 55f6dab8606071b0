package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.bearer.Dovecot;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.ServerAction;

/** What becomes of mail on a real server after it was read. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DovecotAftercareTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Outcome OPENED = Outcome.opened("1", "A new request.");
  private static final Outcome QUARANTINE = Outcome.quarantined("Nobody may write here.");

  @TempDir private Path home;
  private Dovecot server;
  private Reading reading;

  @BeforeEach
  void start() {
    server = new Dovecot(home, "xoauth2").accepts("good");
    server.deliver(IdleTest.mail("one"));
    server.deliver(IdleTest.mail("two"));
  }

  @AfterEach
  void stop() {
    reading.close();
    server.close();
  }

  private void read(AccountFixture account, AfterReading after) {
    reading =
        new Reading(
            new ServerSources(),
            account.activeSince(NOON).readExisting().after(after).byToken("good"),
            new SettableClock(NOON));
    reading.read().settle("one", OPENED).settle("two", QUARANTINE);
  }

  private AccountFixture imap() {
    return AccountFixture.imap(server.imapPort());
  }

  @Test
  void moves_mail_apart_by_what_became_of_it() throws IOException {
    read(imap(), new AfterReading(ServerAction.MOVE, "Done", ServerAction.MOVE, "Trouble"));
    reading.read().read();

    assertThat(files("")).isEmpty();
    assertThat(contents(".Done")).singleElement().asString().contains("Subject: one");
    assertThat(contents(".Trouble")).singleElement().asString().contains("Subject: two");
    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two");
    assertThat(reading.access.reports()).containsOnly("worked");
  }

  @Test
  void deletes_its_own_and_not_what_a_person_has_marked() throws IOException {
    read(imap(), new AfterReading(ServerAction.DELETE, null, ServerAction.FLAG, null));
    server.deliver(IdleTest.mail("three"));
    Path third =
        files("")
            .filter(file -> content(file).contains("Subject: three"))
            .findFirst()
            .orElseThrow();
    Files.move(third, third.resolveSibling("../cur/" + third.getFileName() + ":2,T").normalize());
    reading.read().read();

    assertThat(contents("")).hasSize(2).noneMatch(it -> it.contains("Subject: one"));
    assertThat(files("").map(Path::toString)).anyMatch(it -> it.endsWith(":2,F"));
    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two", "three");
    assertThat(reading.access.reports()).containsOnly("worked");
  }

  @Test
  void deletes_by_pop3_what_was_taken() throws IOException {
    AccountFixture pop3 = AccountFixture.pop3(server.pop3Port());
    read(pop3, new AfterReading(ServerAction.DELETE, null, null, null));
    reading.read().read();

    assertThat(contents("")).singleElement().asString().contains("Subject: two");
    assertThat(reading.subjects()).containsExactlyInAnyOrder("one", "two");
    assertThat(reading.access.reports()).containsOnly("worked");
  }

  private List<String> contents(String folder) throws IOException {
    return files(folder).map(DovecotAftercareTest::content).toList();
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files of mail in a folder. */
  private Stream<Path> files(String folder) throws IOException {
    Path box = home.resolve("mail").resolve(Dovecot.USER).resolve(folder);
    List<Path> files = new ArrayList<>();
    for (Path part : List.of(box.resolve("new"), box.resolve("cur"))) {
      try (Stream<Path> found = Files.list(part)) {
        found.forEach(files::add);
      }
    }
    return files.stream();
  }
}
