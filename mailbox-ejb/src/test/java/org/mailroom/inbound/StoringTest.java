package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class StoringTest {
  private final List<String> stored = new ArrayList<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final Storing storing = new Storing(waiting::add);

  @Test
  void stores_a_batch_when_a_thread_comes_to_it() {
    storing.begin(() -> stored.add("one"));
    assertThat(stored).isEmpty();

    waiting.get(0).run();

    assertThat(stored).containsExactly("one");
  }

  @Test
  void waits_for_no_thread_when_the_batch_must_be_stored() {
    storing.begin(() -> stored.add("one"));
    storing.begin(() -> stored.add("two"));
    assertThat(stored).containsExactly("one");

    storing.finish();

    assertThat(stored).containsExactly("one", "two");
  }

  @Test
  void stores_nothing_twice() {
    storing.begin(() -> stored.add("one"));
    storing.finish();

    waiting.forEach(Runnable::run);

    assertThat(stored).containsExactly("one");
  }

  @Test
  void throws_what_a_batch_threw_once_and_before_the_next_one() {
    storing.begin(
        () -> {
          throw new IllegalStateException("no database");
        });

    assertThatThrownBy(() -> storing.begin(() -> stored.add("two"))).hasMessage("no database");

    assertThat(stored).isEmpty();
    assertThatCode(storing::finish).doesNotThrowAnyException();
  }

  @Test
  void does_without_threads_where_there_are_none() {
    Storing alone =
        new Storing(
            task -> {
              throw new RejectedExecutionException();
            });

    alone.begin(() -> stored.add("one"));
    alone.finish();

    assertThat(stored).containsExactly("one");
  }
}
