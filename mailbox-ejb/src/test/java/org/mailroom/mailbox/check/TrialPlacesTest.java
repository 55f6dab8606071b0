package org.mailroom.mailbox.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrialPlacesTest {
  private final TrialPlaces places = new TrialPlaces();

  @Test
  void eight_trials_run_at_a_time_and_the_ninth_does_not() {
    assertThat(nested(8)).contains(8);
    assertThat(nested(9)).isEmpty();
    assertThat(nested(8)).as("all places are free again").contains(8);
  }

  /** Runs trials within each other; how many there were, if all of them had a place. */
  private Optional<Integer> nested(int count) {
    return count == 0
        ? Optional.of(0)
        : places.call(() -> nested(count - 1)).flatMap(inner -> inner.map(sum -> sum + 1));
  }

  @Test
  void a_trial_that_breaks_leaves_its_place() {
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(
              () ->
                  places.call(
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .hasMessage("broken");
    }
  }
}
