package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void three_languages_are_offered() {
    assertThat(Language.OFFERED)
        .extracting(Locale::toLanguageTag)
        .containsExactly("en", "pt-BR", "es");
  }

  @Test
  void a_cookie_with_anything_else_is_no_choice() {
    assertThat(Language.offered("pt-BR")).contains(Locale.forLanguageTag("pt-BR"));
    assertThat(Language.offered("tlh")).isEmpty();
    assertThat(Language.offered("")).isEmpty();
  }
}
