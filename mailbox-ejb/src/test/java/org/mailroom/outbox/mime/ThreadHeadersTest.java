package org.mailroom.outbox.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThreadHeadersTest {
  @Test
  void a_first_message_has_none() {
    ThreadHeaders headers = new ThreadHeaders(List.of());

    assertThat(headers.inReplyTo()).isEmpty();
    assertThat(headers.references()).isEmpty();
  }

  @Test
  void answers_the_newest_and_names_all() {
    ThreadHeaders headers = new ThreadHeaders(List.of("<1@a>", "<2@a>", "<3@a>"));

    assertThat(headers.inReplyTo()).contains("<3@a>");
    assertThat(headers.references()).contains("<1@a>\r\n <2@a>\r\n <3@a>");
  }

  @Test
  void of_a_long_conversation_it_keeps_the_first_and_the_newest() {
    List<String> ids = IntStream.range(0, 200).mapToObj("<message-%03d@a>"::formatted).toList();
    String references = new ThreadHeaders(ids).references().orElseThrow();

    assertThat(references.length()).isBetween(1400, ThreadHeaders.MOST_REFERENCES);
    assertThat(references).startsWith("<message-000@a>\r\n <message-1").endsWith("<message-199@a>");
    assertThat(references).doesNotContain("<message-001@a>");
  }

  @Test
  void leaves_out_what_is_no_message_id() {
    ThreadHeaders headers =
        new ThreadHeaders(
            List.of("<1@a>", "<2@a>\r\nBcc: eve@evil.example", "", "no id", "<3 @a>"));

    assertThat(headers.references()).contains("<1@a>");
  }

  @Test
  void names_each_message_once() {
    assertThat(new ThreadHeaders(List.of("<1@a>", "<1@a>")).references()).contains("<1@a>");
  }
}
