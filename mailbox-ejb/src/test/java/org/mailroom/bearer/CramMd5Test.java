package org.mailroom.bearer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class CramMd5Test {
  @Test
  void answers_as_the_example_of_rfc_2195_does() {
    String challenge = "PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+";

    assertThat(CramMd5.answer("tim", "tanstaaftanstaaf", " " + challenge))
        .isEqualTo(encoded("tim b913a602c7eda7a495b4e6e7334d3890"));
  }

  @Test
  void an_empty_password_is_a_key_like_any_other() {
    assertThat(CramMd5.answer("tim", "", ""))
        .isEqualTo(encoded("tim 74e6f7298a9c2d168935f58c001bad88"));
  }

  @Test
  void gives_up_where_the_challenge_is_none() {
    assertThat(CramMd5.answer("tim", "x", "?!")).isEqualTo("*");
  }

  private static String encoded(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(UTF_8));
  }
}
