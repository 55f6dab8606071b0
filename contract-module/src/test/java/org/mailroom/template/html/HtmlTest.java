package org.mailroom.template.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>hello<script>alert(1)</script></p>",
        "<p onclick=\"alert(1)\">hello</p>",
        "<p><iframe src=\"https://evil.example\"></iframe>hello</p>",
        "<form><p>hello</p><input name=\"password\"></form>"
      })
  void what_does_something_is_taken_out(String html) {
    assertThat(SafeHtml.of(html)).isEqualTo("<p>hello</p>");
  }

  @Test
  void looks_are_kept() {
    String html =
        "<table width=\"560\" style=\"color:#123\"><tbody><tr><td align=\"center\">"
            + "<a href=\"https://desk.example/\">desk</a></td></tr></tbody></table>";

    assertThat(SafeHtml.of(html)).isEqualTo(html);
  }

  @Test
  void a_link_that_is_a_key_is_kept_and_a_script_in_one_is_not() {
    assertThat(SafeHtml.of("<a href=\"${LINKSERVICEREQUEST}\">see</a>"))
        .isEqualTo("<a href=\"${LINKSERVICEREQUEST}\">see</a>");
    assertThat(SafeHtml.of("<a href=\"javascript:alert(1)\">see</a>")).isEqualTo("<a>see</a>");
  }

  @Test
  void paragraphs_lists_and_breaks_stay_apart_in_plain_text() {
    String html =
        "<h1>Request 1</h1>\n<p>Hello&nbsp;<b>Ana</b>,<br>thank you.</p>"
            + "<ul><li>one</li><li>two</li></ul><p>Bye</p>";

    assertThat(PlainText.of(html))
        .isEqualTo("Request 1\n\nHello Ana,\nthank you.\n\n- one\n- two\n\nBye");
  }

  @Test
  void a_link_is_written_out_in_plain_text() {
    assertThat(PlainText.of("See <a href=\"https://desk.example/1\">your request</a>."))
        .isEqualTo("See your request (https://desk.example/1).");
    assertThat(PlainText.of("<a href=\"https://x.example\">https://x.example</a>"))
        .isEqualTo("https://x.example");
  }
}
