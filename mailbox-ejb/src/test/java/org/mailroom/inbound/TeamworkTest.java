package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.model.Portion;

class TeamworkTest {
  private final List<Long> done = new ArrayList<>();
  private final Set<Long> held = new HashSet<>();
  private final List<Boolean> over = new ArrayList<>();
  private Runnable meanwhile = () -> {};

  @Test
  void does_every_portion() {
    assertThat(of(ids(1, 3), ids(2)).lead()).isTrue();

    assertThat(done).containsExactly(1L, 3L, 2L);
    assertThat(over).containsExactly(true);
  }

  @Test
  void tells_that_nothing_has_come_of_anything() {
    held.add(1L);

    assertThat(of(ids(1)).lead()).isFalse();

    assertThat(over).containsExactly(false);
  }

  @Test
  void has_helpers_do_what_nobody_else_does_and_is_over_with_the_last_who_goes() {
    Teamwork work = of(ids(1, 3), ids(2));
    meanwhile =
        () -> {
          meanwhile = () -> {};
          assertThat(work.help()).isTrue();
          assertThat(done).containsExactly(2L);
          assertThat(over).isEmpty();
        };

    assertThat(work.lead()).isTrue();

    assertThat(done).containsExactly(2L, 1L, 3L);
    assertThat(over).containsExactly(true);
  }

  @Test
  void has_nothing_to_do_for_whoever_comes_late() {
    Teamwork work = of(ids(1));
    work.lead();

    assertThat(work.help()).isFalse();

    assertThat(over).hasSize(1);
  }

  @Test
  void is_over_even_if_a_worker_breaks() {
    meanwhile =
        () -> {
          throw new IllegalStateException("no database");
        };

    assertThatThrownBy(() -> of(ids(1)).lead()).hasMessage("no database");

    assertThat(over).containsExactly(false);
  }

  private Teamwork of(long[]... portions) {
    return new Teamwork(
        Stream.of(portions).map(TeamworkTest::portion).toList(), this::process, over::add);
  }

  private boolean process(Portion portion) {
    meanwhile.run();
    List<Long> free =
        portion.mails().stream().map(ReceivedId::value).filter(id -> !held.contains(id)).toList();
    return done.addAll(free);
  }

  private static long[] ids(long... ids) {
    return ids;
  }

  private static Portion portion(long... ids) {
    return new Portion(LongStream.of(ids).mapToObj(ReceivedId::new).toList(), true);
  }
}
