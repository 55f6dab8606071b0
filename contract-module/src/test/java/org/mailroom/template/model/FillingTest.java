package org.mailroom.template.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FillingTest {
  private final Map<String, String> values =
      Map.of("NAME", "Ana & \"Co\" <b>", "MONEY", "$1 \\ ${NAME}", "TEXT", "one\r\ntwo\nthree");
  private final Filling filling = new Filling(key -> values.getOrDefault(key, ""));

  @Test
  void values_stand_where_the_keys_were() {
    assertThat(filling.text("Hello ${NAME}!")).isEqualTo("Hello Ana & \"Co\" <b>!");
  }

  @Test
  void in_html_values_are_escaped_and_keep_their_lines() {
    assertThat(filling.html("<p title=\"${NAME}\">${NAME}</p>"))
        .isEqualTo(
            "<p title=\"Ana &amp; &quot;Co&quot; &lt;b&gt;\">Ana &amp; &quot;Co&quot; &lt;b&gt;</p>");
    assertThat(filling.html("${TEXT}")).isEqualTo("one<br>two<br>three");
  }

  @Test
  void a_value_with_signs_that_mean_something_elsewhere_comes_through_as_it_is() {
    assertThat(filling.text("${MONEY}")).isEqualTo("$1 \\ ${NAME}");
  }

  @Test
  void an_unknown_key_leaves_nothing_and_stops_nothing() {
    assertThat(filling.text("[${UNKNOWN}${}${a.b(c)}] ${NAME}")).isEqualTo("[] Ana & \"Co\" <b>");
  }

  @Test
  void a_title_stays_one_line() {
    assertThat(filling.line(" ${TEXT}\n")).isEqualTo("one two three");
  }

  @Test
  void what_only_looks_like_a_key_stays() {
    assertThat(filling.text("$5 {NAME} ${NAME")).isEqualTo("$5 {NAME} ${NAME");
  }
}
