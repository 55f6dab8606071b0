package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

class PageModelTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 45).boxed().toList();

  private final PageModel<Integer> model = new PageModel<>(PageModelTest::slice);

  @Test
  void the_table_knows_how_many_rows_there_are_before_it_loads_any() {
    assertThat(model.count(Map.of())).isEqualTo(45);
  }

  @Test
  void only_the_rows_on_screen_are_loaded() {
    assertThat(model.load(20, 20, Map.of(), Map.of())).hasSize(20).startsWith(20);
    assertThat(model.load(40, 20, Map.of(), Map.of())).containsExactly(40, 41, 42, 43, 44);
  }

  private static Page<Integer> slice(Slice slice) {
    var rows = NUMBERS.stream().skip(slice.offset()).limit(slice.size()).toList();
    return Page.of(rows, slice, NUMBERS.size());
  }
}
