package org.mailroom.api.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class XmlTextTest {
  @Test
  void a_document_that_says_nothing_is_utf_8() {
    assertThat(XmlText.of("<a>ü</a>".getBytes(UTF_8), Optional.empty())).isEqualTo("<a>ü</a>");
  }

  @Test
  void the_document_may_name_its_charset() {
    String latin = "<?xml version='1.0' encoding='ISO-8859-1'?><a>ü</a>";
    assertThat(XmlText.of(latin.getBytes(ISO_8859_1), Optional.empty())).isEqualTo(latin);
  }

  @Test
  void the_content_type_counts_before_the_document() {
    String wrong = "<?xml version='1.0' encoding='ISO-8859-1'?><a>ü</a>";
    assertThat(XmlText.of(wrong.getBytes(UTF_8), Optional.of("utf-8"))).isEqualTo(wrong);
  }

  @Test
  void a_byte_order_mark_is_taken_off() {
    assertThat(XmlText.of("\uFEFF<a>ü</a>".getBytes(UTF_8), Optional.empty()))
        .isEqualTo("<a>ü</a>");
    assertThat(XmlText.of("<a>ü</a>".getBytes(UTF_16), Optional.empty())).isEqualTo("<a>ü</a>");
  }

  @Test
  void what_is_no_xml_is_passed_on_to_be_refused_there() {
    assertThat(XmlText.of("no xml".getBytes(UTF_8), Optional.of("nonsense"))).isEqualTo("no xml");
    assertThat(XmlText.of(new byte[0], Optional.empty())).isEmpty();
  }
}
