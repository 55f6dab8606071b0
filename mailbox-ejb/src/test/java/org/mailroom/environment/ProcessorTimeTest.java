package org.mailroom.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  @Test
  void what_waits_takes_none() throws Exception {
    CountDownLatch never = new CountDownLatch(1);

    assertThat(ProcessorTime.callWithin(SHORT, () -> never.await(300, TimeUnit.MILLISECONDS)))
        .isFalse();
  }

  @Test
  void what_has_no_end_is_not_waited_for() {
    AtomicBoolean over = new AtomicBoolean();

    assertThatThrownBy(() -> ProcessorTime.assertWithin(SHORT, () -> spinUntil(over)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("spinUntil");
    over.set(true);
  }

  private static void spinUntil(AtomicBoolean over) {
    while (!over.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_goes_wrong_is_told() {
    assertThatThrownBy(
            () ->
                ProcessorTime.assertWithin(
                    SHORT,
                    () -> {
                      throw new IOException("broken");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }
}
