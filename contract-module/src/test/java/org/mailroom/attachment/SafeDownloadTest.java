package org.mailroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeDownloadTest {
  @Test
  void a_name_is_told_in_full_and_in_ascii() {
    assertThat(SafeDownload.disposition("Relatório \"1\"\r\nX: y*.html"))
        .isEqualTo(
            "attachment; filename=\"Relat_rio 1X y.html\";"
                + " filename*=UTF-8''Relat%C3%B3rio%201X%20y.html");
  }

  @Test
  void nothing_in_a_name_ends_the_quoted_form() {
    assertThat(SafeDownload.disposition("a;b%22.txt"))
        .isEqualTo("attachment; filename=\"a_b_22.txt\"; filename*=UTF-8''a%3Bb%2522.txt");
  }
}
