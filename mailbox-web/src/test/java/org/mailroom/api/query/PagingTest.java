package org.mailroom.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.api.problem.BadCall;
import org.mailroom.paging.Slice;

class PagingTest {
  private static final List<String> ALL = List.of("Alpha", "Beta", "Gamma", "Delta");

  @Test
  void nothing_asked_for_means_the_first_fifty() {
    assertThat(paging(null, null, null).slice()).isEqualTo(new Slice(0, 50));
  }

  @Test
  void more_than_a_slice_may_hold_is_cut() {
    assertThat(paging("1", "9999", null).slice()).isEqualTo(new Slice(1, Slice.MAX_SIZE));
  }

  @Test
  void a_page_that_no_list_can_have_is_refused() {
    assertThatThrownBy(() -> paging("2147483647", "50", null).slice())
        .isInstanceOf(BadCall.class)
        .hasMessageContaining("\"page\"");
  }

  @Test
  void a_whole_list_is_cut_into_slices() {
    var page = paging("1", "3", null).of(ALL, name -> name);
    assertThat(page.items()).containsExactly("Delta");
    assertThat(page.total()).isEqualTo(4);
  }

  @Test
  void a_whole_list_is_searched_whatever_the_case() {
    var page = paging(null, null, " ALPHA ").of(ALL, name -> name);
    assertThat(page.items()).containsExactly("Alpha");
    assertThat(page.total()).isEqualTo(1);
  }

  @Test
  void a_blank_search_is_none() {
    assertThat(paging(null, null, " ").text()).isNull();
  }

  private static Paging paging(String page, String size, String q) {
    var paging = new Paging();
    paging.page = page;
    paging.size = size;
    paging.q = q;
    return paging;
  }
}
