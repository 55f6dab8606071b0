package org.mailroom.mailbox.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.database.TestDatabase;

class CheckSlotsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  static Stream<Supplier<TestDatabase>> databases() {
    return Stream.of(TestDatabase::h2, TestDatabase::postgres);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void thirty_checks_a_minute_are_allowed_and_no_more(Supplier<TestDatabase> open) {
    try (TestDatabase database = open.get()) {
      long taken = IntStream.range(0, 40).filter(second -> take(database, second)).count();

      assertThat(taken).isEqualTo(30);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void a_slot_is_free_again_after_a_minute(Supplier<TestDatabase> open) {
    try (TestDatabase database = open.get()) {
      IntStream.range(0, 30).forEach(second -> take(database, second));

      assertThat(take(database, 59)).isFalse();
      assertThat(take(database, 60)).isTrue();
      assertThat(take(database, 60)).isFalse();
      assertThat(take(database, 61)).isTrue();
    }
  }

  private static boolean take(TestDatabase database, int second) {
    return database.transaction(
        "mailbox", entities -> new CheckSlots(entities).take(NOON.plusSeconds(second)));
  }
}
