package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
  private static final Locale[] LANGUAGES = {
    Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("es")
  };

  @ParameterizedTest
  @EnumSource(CheckCode.class)
  void each_code_has_words_in_each_language_and_a_hint_in_all_or_none(CheckCode code) {
    Finding finding = Finding.of(code, "a", "b", "c", "d", "e");

    for (Locale language : LANGUAGES) {
      assertThat(finding.words(language)).isNotBlank().doesNotContain("{", "}");
      assertThat(finding.hint(language)).doesNotContain("{", "}");
      assertThat(finding.hint(language).isEmpty())
          .isEqualTo(finding.hint(Locale.ENGLISH).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pt-BR", "es"})
  void the_words_are_translated(String language) {
    Finding finding = Finding.of(CheckCode.HOST_UNKNOWN, "imap.xpto.example");

    assertThat(finding.words(Locale.forLanguageTag(language)))
        .contains("imap.xpto.example")
        .isNotEqualTo(finding.words(Locale.ENGLISH));
  }

  @Test
  void a_language_that_is_not_offered_falls_back_to_english() {
    assertThat(Finding.of(CheckCode.NO_ROUTE).words(Locale.JAPANESE))
        .isEqualTo("There is no way to the server.");
  }

  @Test
  void what_a_server_said_is_taken_as_it_is() {
    assertThat(Finding.of(CheckCode.LOGIN_REFUSED, "no $1 {1} \\ 'x'").words(Locale.ENGLISH))
        .isEqualTo("The server refused the log-in: no $1 {1} \\ 'x'");
  }
}
