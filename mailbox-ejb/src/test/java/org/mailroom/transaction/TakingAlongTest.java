package org.mailroom.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakingAlongTest {
  private final List<String> done = new ArrayList<>();

  private String transaction(Runnable work) {
    done.add("begun");
    if (TakingAlong.isAllowed()) {
      takeAlong(work);
    }
    return "committed";
  }

  private static void takeAlong(Runnable work) {
    try {
      TakingAlong.work(
          () -> {
            work.run();
            return null;
          });
    } catch (RuntimeException e) {
      throw new IllegalStateException("as containers do", e);
    }
  }

  private static void fail() {
    throw new IllegalArgumentException("a step failed");
  }

  @Test
  void work_is_taken_along() {
    assertThat(TakingAlong.call(() -> transaction(() -> done.add("work")))).isEqualTo("committed");
    assertThat(done).containsExactly("begun", "work");
  }

  @Test
  void nothing_is_taken_along_where_nobody_would_run_the_transaction_again() {
    transaction(() -> done.add("work"));

    assertThat(done).containsExactly("begun");
  }

  @Test
  void a_transaction_whose_work_failed_is_run_again_without_it() {
    assertThat(TakingAlong.call(() -> transaction(TakingAlongTest::fail))).isEqualTo("committed");
    assertThat(done).containsExactly("begun", "begun");
  }

  @Test
  void what_fails_of_the_transaction_itself_is_not_run_again() {
    assertThatThrownBy(
            () ->
                TakingAlong.call(
                    () -> {
                      done.add("begun");
                      fail();
                      return null;
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(done).containsExactly("begun");
  }

  @Test
  void only_the_outermost_runs_again() {
    TakingAlong.call(() -> TakingAlong.call(() -> transaction(TakingAlongTest::fail)));

    assertThat(done).containsExactly("begun", "begun");
    assertThat(TakingAlong.isAllowed()).isFalse();
  }
}
