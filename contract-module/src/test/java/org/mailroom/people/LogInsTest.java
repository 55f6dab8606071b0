package org.mailroom.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailroom.people.PeopleFixture.PASSWORD;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Role;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.SettableClock;
import org.mailroom.lockout.Counted;
import org.mailroom.lockout.LockOutView;
import org.mailroom.lockout.Origin;
import org.mailroom.people.Entry.Entered;
import org.mailroom.people.Entry.Locked;
import org.mailroom.vault.Secret;

/** Coming in, failing, and waiting; each database has its subclass. */
abstract class LogInsTest {
  private static final Secret WRONG = Secret.of("wrong horse");
  private static final Origin BROWSER = new Origin(Optional.empty(), Optional.of("nonce"));

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-26T12:00:00Z"));
  private TestDatabase database;
  private PeopleFixture people;

  abstract TestDatabase newDatabase();

  @BeforeEach
  void open() {
    database = newDatabase();
    people = new PeopleFixture(database, clock);
    people.register("Ana", Role.OPERATOR);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void who_comes_in_has_the_log_in_as_it_is_registered() {
    assertThat(people.enter("ANA ", PASSWORD))
        .isInstanceOfSatisfying(Entered.class, in -> assertThat(in.who().login()).isEqualTo("Ana"));
  }

  @Test
  void three_failures_cost_nothing_and_the_fourth_a_second() {
    fail("ana", 4, Origin.UNKNOWN);

    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Locked.class);
    clock.pass(Duration.ofSeconds(1));
    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Entered.class);
  }

  @Test
  void ten_failures_lock_for_a_quarter_of_an_hour_and_the_audit_says_so_once() {
    fail("ana", 10, Origin.UNKNOWN);
    people.enter("ana", WRONG); // not heard, so not counted

    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Locked.class);
    assertThat(people.audit.notes())
        .containsOnlyOnce("login.locked log-in Ana failures=10 address=unknown");
    clock.pass(Duration.ofMinutes(15));
    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Entered.class);
  }

  @Test
  void a_log_in_that_nobody_has_is_treated_alike() {
    List<String> known = answers("ana");
    List<String> unknown = answers("nobody");

    assertThat(unknown).isEqualTo(known);
    assertThat(people.audit.notes()).anyMatch(note -> note.contains("log-in that nobody has"));
  }

  private List<String> answers(String login) {
    return IntStream.range(0, 14)
        .mapToObj(
            each -> {
              clock.pass(Duration.ofSeconds(20));
              return people.enter(login, WRONG).getClass().getSimpleName();
            })
        .toList();
  }

  @Test
  void a_right_guess_while_locked_is_as_good_as_a_wrong_one() {
    people.enter("ana", PASSWORD); // remembered by now
    fail("ana", 10, Origin.UNKNOWN);

    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Locked.class);
  }

  @Test
  void strangers_who_guess_do_not_keep_out_a_browser_that_is_known() {
    fail("ana", 10, Origin.UNKNOWN);

    assertThat(people.enter("ana", PASSWORD, BROWSER)).isInstanceOf(Entered.class);
    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Locked.class);
  }

  @Test
  void a_known_browser_has_no_more_tries_than_others_and_starts_anew_after_a_success() {
    fail("ana", 3, BROWSER);
    people.enter("ana", PASSWORD, BROWSER);
    fail("ana", 3, BROWSER);
    assertThat(people.enter("ana", PASSWORD, BROWSER)).isInstanceOf(Entered.class);
    fail("ana", 10, BROWSER);

    assertThat(people.enter("ana", PASSWORD, BROWSER)).isInstanceOf(Locked.class);
    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Entered.class);
  }

  @Test
  void an_address_that_tries_many_log_ins_is_locked_for_all_of_them() {
    Origin there = new Origin(Optional.of("192.0.2.7"), Optional.empty());
    IntStream.range(0, 50).forEach(each -> fail("someone" + each, 1, there));

    assertThat(people.enter("ana", PASSWORD, there)).isInstanceOf(Locked.class);
    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Entered.class);
    assertThat(people.audit.notes()).anyMatch(note -> note.contains("address 192.0.2.7"));
  }

  @Test
  void an_administrator_sees_who_failed_and_lifts_it() {
    fail("ana", 10, Origin.UNKNOWN);
    fail("secret typed in the wrong field", 1, Origin.UNKNOWN);

    List<LockOutView> seen = people.lockOuts().list();
    assertThat(seen)
        .extracting(LockOutView::counted, LockOutView::who)
        .containsExactlyInAnyOrder(
            tuple(Counted.LOGIN, Optional.of("Ana")), tuple(Counted.LOGIN, Optional.empty()));
    LockOutView ana = seen.stream().filter(each -> each.who().isPresent()).findFirst().get();
    assertThat(ana.lockedUntil()).contains(clock.instant().plus(Duration.ofMinutes(15)));

    people.lockOuts().lift(ana.key());

    assertThat(people.enter("ana", PASSWORD)).isInstanceOf(Entered.class);
    assertThat(people.audit.notes()).contains("login.unlocked log-in Ana failures=10");
  }

  @Test
  void a_hundred_guesses_at_once_are_not_a_hundred_guesses() throws Exception {
    assertThat(atOnce(30, WRONG))
        .containsEntry("Refused", 4L) // the fourth costs a second, and the clock stands still
        .containsEntry("Locked", 26L);
  }

  @Test
  void many_right_calls_at_once_all_come_in() throws Exception {
    assertThat(atOnce(30, PASSWORD)).containsOnlyKeys("Entered");
  }

  private Map<String, Long> atOnce(int times, Secret password) throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Entry> call = () -> people.enter("ana", password);
      var all = threads.invokeAll(Stream.generate(() -> call).limit(times).toList());
      return all.stream()
          .map(LogInsTest::result)
          .collect(Collectors.groupingBy(e -> e.getClass().getSimpleName(), Collectors.counting()));
    } finally {
      threads.shutdownNow();
    }
  }

  private static Entry result(Future<Entry> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_session_that_guesses_the_password_to_change_it_is_stopped_too() {
    IntStream.range(0, 4).forEach(each -> refuseChange(WRONG, "not right"));

    refuseChange(PASSWORD, "too often");
  }

  private void refuseChange(Secret present, String words) {
    assertThatThrownBy(
            () ->
                people.logIns(
                    logIns -> {
                      logIns.changePassword("ana", present, Secret.of("battery staple"));
                      return null;
                    }))
        .isInstanceOf(WrongPassword.class)
        .hasMessageContaining(words);
  }

  // by the book of failures itself, as each real one costs a slow hash
  private void fail(String login, int times, Origin origin) {
    Optional<String> known = login.equals("ana") ? Optional.of("Ana") : Optional.empty();
    for (int each = 0; each < times; each++) {
      people.lockOuts().failed(login, origin, known);
    }
  }
}
