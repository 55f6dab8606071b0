package org.mailroom.outbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void paragraphs_and_line_breaks_stay() {
    assertThat(PlainText.of("<p>Dear Ana,</p><p>done.<br>Bye</p>"))
        .isEqualTo("Dear Ana,\n\ndone.\nBye");
  }

  @Test
  void white_space_of_the_source_goes() {
    assertThat(PlainText.of("<div>\n   one\n   two  </div>\n<div>three</div>"))
        .isEqualTo("one two\nthree");
  }

  @Test
  void lists_get_bullets() {
    assertThat(PlainText.of("<ul><li>one</li><li>two</li></ul>")).isEqualTo("- one\n- two");
  }

  @Test
  void links_are_written_out() {
    assertThat(PlainText.of("<a href='https://desk.example/4711'>your request</a>"))
        .isEqualTo("your request (https://desk.example/4711)");
    assertThat(PlainText.of("<a href='https://a.example'>https://a.example</a>"))
        .isEqualTo("https://a.example");
  }

  @Test
  void cells_of_a_row_stay_apart() {
    assertThat(PlainText.of("<table><tr><td>Number</td><td>4711</td></tr></table>"))
        .isEqualTo("Number 4711");
  }

  @Test
  void styles_and_scripts_are_not_text() {
    assertThat(PlainText.of("<style>p {}</style><script>x()</script><p>Hello</p>"))
        .isEqualTo("Hello");
  }

  @Test
  void entities_are_characters() {
    assertThat(PlainText.of("<p>caf&eacute; &lt;3 &amp; more</p>")).isEqualTo("café <3 & more");
  }
}
