package org.mailroom.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DownloadTest {
  @Test
  void a_file_is_saved_under_its_name_and_never_shown() {
    var answer = Download.any(new byte[] {1}, "Relatório 1\r\nX: y.html");
    assertThat(answer.getMediaType()).hasToString("application/octet-stream");
    assertThat(answer.getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename*=UTF-8''Relat%C3%B3rio%201%0D%0AX%3A%20y.html");
  }

  @Test
  void a_mail_is_an_eml_file() {
    var answer = Download.mail(new byte[] {1}, "message-7");
    assertThat(answer.getMediaType()).hasToString("message/rfc822");
    assertThat(answer.getHeaderString("Content-Disposition")).endsWith("message-7.eml");
  }
}
