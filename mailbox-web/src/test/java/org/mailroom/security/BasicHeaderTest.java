package org.mailroom.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasicHeaderTest {
  @Test
  void log_in_and_password_are_read_as_utf_8() {
    assertThat(BasicHeader.credential("Basic " + encoded("ana:pässwörd", UTF_8)))
        .hasValueSatisfying(
            credential -> {
              assertThat(credential.getCaller()).isEqualTo("ana");
              assertThat(credential.getPasswordAsString()).isEqualTo("pässwörd");
            });
  }

  @Test
  void a_password_may_hold_colons_and_be_empty() {
    assertThat(BasicHeader.credential("basic " + encoded("ana:a:b", UTF_8)))
        .hasValueSatisfying(c -> assertThat(c.getPasswordAsString()).isEqualTo("a:b"));
    assertThat(BasicHeader.credential("BASIC " + encoded("ana:", UTF_8)))
        .hasValueSatisfying(c -> assertThat(c.getPasswordAsString()).isEmpty());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Basic", "Basic !!!", "Bearer YTpi", "Basic YWJj", "Basic OmFi"})
  void a_header_that_is_no_log_in_counts_as_none(String header) {
    assertThat(BasicHeader.credential(header)).isEmpty();
  }

  @Test
  void another_charset_counts_as_none() {
    assertThat(BasicHeader.credential("Basic " + encoded("ana:ü", ISO_8859_1))).isEmpty();
  }

  private static String encoded(String pair, Charset charset) {
    return Base64.getEncoder().encodeToString(pair.getBytes(charset));
  }
}
