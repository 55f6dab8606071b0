package org.mailroom.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.people.model.PasswordHash;
import org.mailroom.vault.Secret;

class RecentLogInsTest {
  private static final Secret RIGHT = Secret.of("correct horse");
  private static final Secret WRONG = Secret.of("wrong horse");

  private final RecentLogIns recent = new RecentLogIns();
  private final PasswordHash stored = PasswordHash.of(RIGHT);

  @Test
  void a_right_password_is_right_again_and_a_wrong_one_stays_wrong() {
    assertThat(recent.matches(stored, RIGHT)).isTrue();
    assertThat(recent.matches(stored, RIGHT)).isTrue();
    assertThat(recent.matches(stored, WRONG)).isFalse();
    assertThat(recent.matches(stored, WRONG)).isFalse();
  }

  @Test
  void what_was_right_for_one_hash_says_nothing_about_another() {
    recent.matches(stored, RIGHT);

    assertThat(recent.matches(PasswordHash.of(WRONG), RIGHT)).isFalse();
  }

  @Test
  void a_remembered_answer_costs_no_hash() {
    Duration slow = timeOf(() -> recent.matches(stored, RIGHT));

    Duration remembered =
        Stream.generate(() -> timeOf(() -> recent.matches(stored, RIGHT)))
            .limit(20) // the best of some, as the machine may be busy
            .min(Duration::compareTo)
            .orElseThrow();

    assertThat(remembered).isLessThan(slow.dividedBy(4));
  }

  private static Duration timeOf(BooleanSupplier check) {
    long start = System.nanoTime();
    assertThat(check.getAsBoolean()).isTrue();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
