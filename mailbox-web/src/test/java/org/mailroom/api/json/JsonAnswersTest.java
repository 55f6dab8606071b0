package org.mailroom.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.Security;
import org.mailroom.paging.Page;

class JsonAnswersTest {
  /** One of each kind of value that answers hold. */
  public record Sample(
      long zulu,
      String name,
      Integer none,
      Security security,
      Instant at,
      LocalDate day,
      boolean alpha,
      Inner inner,
      List<Inner> inners) {}

  /** A record in a record. */
  public record Inner(String text) {}

  private static final Sample SAMPLE =
      new Sample(
          7,
          "ü\"",
          null,
          Security.STARTTLS,
          Instant.parse("2026-11-30T10:15:30.123Z"),
          LocalDate.of(2026, 11, 30),
          true,
          new Inner("a"),
          List.of(new Inner("b")));

  @Test
  void records_are_written_in_their_own_order_with_nulls_and_iso_dates() {
    assertThat(json(SAMPLE))
        .isEqualTo(
            """
            {"zulu":7,"name":"ü\\"","none":null,"security":"STARTTLS",\
            "at":"2026-11-30T10:15:30.123Z","day":"2026-11-30","alpha":true,\
            "inner":{"text":"a"},"inners":[{"text":"b"}]}""");
  }

  @Test
  void a_page_of_records_is_written() {
    assertThat(json(new Page<>(List.of(new Inner("a")), 0, 50, 1)))
        .isEqualTo("{\"items\":[{\"text\":\"a\"}],\"page\":0,\"size\":50,\"total\":1}");
  }

  private static String json(Object answer) {
    return new JsonAnswers().getContext(Object.class).toJson(answer);
  }
}
