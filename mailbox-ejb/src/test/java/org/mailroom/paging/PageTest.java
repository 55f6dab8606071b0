package org.mailroom.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private int counted;

  @Test
  void the_last_slice_tells_how_many_there_are() {
    assertThat(total(List.of("a"), new Slice(2, 3))).isEqualTo(7);
    assertThat(total(List.of(), new Slice(0, 3))).isZero();
    assertThat(counted).isZero();
  }

  @Test
  void behind_a_full_slice_there_may_be_more() {
    assertThat(total(List.of("a", "b", "c"), new Slice(0, 3))).isEqualTo(40);
    assertThat(counted).isOne();
  }

  @Test
  void a_slice_behind_the_end_tells_nothing() {
    assertThat(total(List.of(), new Slice(9, 3))).isEqualTo(40);
    assertThat(counted).isOne();
  }

  private long total(List<String> items, Slice slice) {
    return Page.of(items, slice, this::count).total();
  }

  private long count() {
    counted++;
    return 40;
  }
}
