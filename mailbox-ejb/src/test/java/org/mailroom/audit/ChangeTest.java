package org.mailroom.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {
  record Inner(String server, Integer port) {}

  record Id(long value) {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  record Outer(String name, Inner connection, List<String> roles, Optional<Id> link) {}

  private static final Outer ONE =
      new Outer("a", new Inner("mx", 25), List.of("x", "y"), Optional.empty());

  @Test
  void names_the_innermost_parts_that_differ() {
    Outer other = new Outer("a", new Inner("mx", 587), List.of("x"), Optional.of(new Id(7)));

    assertThat(Change.between(ONE, other))
        .containsExactly(
            new Change("port", "25", "587"),
            new Change("roles", "x, y", "x"),
            new Change("link", null, "7"));
  }

  @Test
  void what_is_alike_is_no_change() {
    assertThat(Change.between(ONE, ONE)).isEmpty();
  }

  @Test
  void what_begins_has_no_before_and_what_ends_no_after() {
    assertThat(Change.between(null, new Inner("mx", null)))
        .containsExactly(new Change("server", null, "mx"));
    assertThat(Change.between(new Inner("mx", 25), null))
        .containsExactly(new Change("server", "mx", null), new Change("port", "25", null));
  }

  @Test
  void a_part_that_was_not_there_shows_its_own_parts() {
    Outer without = new Outer("a", null, List.of("x", "y"), Optional.empty());

    assertThat(Change.between(without, ONE))
        .containsExactly(new Change("server", null, "mx"), new Change("port", null, "25"));
  }

  @Test
  void of_a_secret_it_tells_what_happened_and_no_more() {
    assertThat(Change.secret("password", false, true)).hasToString("password: set");
    assertThat(Change.secret("password", true, true)).hasToString("password: changed");
    assertThat(Change.secret("password", true, false)).hasToString("password: removed");
  }

  @Test
  void a_very_long_value_is_cut() {
    assertThat(Change.of("html", null, "x".repeat(50_000)).after()).hasSize(2001).endsWith("…");
  }
}
