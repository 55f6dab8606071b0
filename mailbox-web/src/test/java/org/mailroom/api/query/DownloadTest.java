package org.mailroom.api.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DownloadTest {
  @Test
  void a_mail_is_an_eml_file_that_no_browser_shows() {
    Response answer = Download.mail(new byte[] {1}, "message-7");

    assertThat(answer.getMediaType()).hasToString("message/rfc822");
    assertThat(answer.getHeaderString("Content-Disposition"))
        .isEqualTo("attachment; filename=\"message-7.eml\"; filename*=UTF-8''message-7.eml");
    assertThat(answer.getHeaderString("Content-Security-Policy")).contains("sandbox");
    assertThat(answer.getHeaderString("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void a_stored_file_is_sent_as_it_is_read() throws IOException {
    Response answer = stored(new Asked(false));

    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    ((StreamingOutput) answer.getEntity()).write(sent);
    assertThat(sent.toString(UTF_8)).isEqualTo("<script>");
    assertThat(answer.getMediaType()).hasToString("application/octet-stream");
    assertThat(answer.getHeaderString("Content-Length")).isEqualTo("8");
    assertThat(answer.getEntityTag().getValue()).isEqualTo("abc");
    assertThat(answer.getHeaderString("Content-Disposition")).startsWith("attachment;");
  }

  @Test
  void whoever_has_it_already_gets_nothing() {
    Response answer = stored(new Asked(true));

    assertThat(answer.getStatus()).isEqualTo(304);
    assertThat(answer.hasEntity()).isFalse();
  }

  private static Response stored(Asked request) {
    return Download.stored(
        () -> new ByteArrayInputStream("<script>".getBytes(UTF_8)), "a.html", 8, "abc", request);
  }
}
