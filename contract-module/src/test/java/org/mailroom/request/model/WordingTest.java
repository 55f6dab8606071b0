package org.mailroom.request.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
  @Test
  void what_no_database_keeps_is_taken_out() {
    assertThat(Wording.text("a\0b\ud83dc\ud83d\ude00")).isEqualTo("abc\ud83d\ude00");
    assertThat(Wording.text(null)).isEmpty();
  }

  @Test
  void line_breaks_become_blanks() {
    assertThat(Wording.line(" one\r\n\ttwo ")).isEqualTo("one two");
  }

  @Test
  void a_long_line_is_cut_and_shows_it() {
    assertThat(Wording.line("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Wording.line("abcdefg", 6)).isEqualTo("abcde…");
  }

  @Test
  void a_cut_leaves_no_half_character() {
    assertThat(Wording.line("abcd\ud83d\ude00efg", 6)).isEqualTo("abcd…");
  }
}
