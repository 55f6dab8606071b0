package org.mailroom.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFileNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "report.pdf => report.pdf",
        "Relatório 1.pdf => Relatório 1.pdf",
        "../../etc/passwd => passwd",
        "C:\\temp\\a.txt => a.txt",
        ".htaccess => htaccess",
        "a.txt. . . => a.txt",
        "CON => _CON",
        "nul.txt => _nul.txt",
        "com1.tar.gz => _com1.tar.gz",
        "console.log => console.log",
        "a<b>:|?*.txt => ab.txt",
        "日本語.doc => 日本語.doc",
      })
  void is_taken_by_every_platform(String example) {
    String[] parts = example.split(" => ", -1);

    assertThat(SafeFileName.of(parts[0])).isEqualTo(parts[1]);
  }

  @Test
  void does_not_mislead_by_turning_the_direction_of_writing() {
    assertThat(SafeFileName.of("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
    assertThat(SafeFileName.of("a\u0000b\r\nc\u2028.txt")).isEqualTo("abc.txt");
  }

  @Test
  void has_a_name_where_nothing_is_left() {
    assertThat(SafeFileName.of(null)).isEqualTo("attachment");
    assertThat(SafeFileName.of(" ... ")).isEqualTo("attachment");
    assertThat(SafeFileName.of("a/")).isEqualTo("attachment");
  }

  @Test
  void is_cut_by_bytes_between_characters_and_keeps_its_ending() {
    String cut = SafeFileName.of("文".repeat(300) + ".pdf");

    assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(200);
    assertThat(cut).startsWith("文文").endsWith("文.pdf");
    assertThat(SafeFileName.of("😀".repeat(300))).matches("(😀)+");
    assertThat(SafeFileName.of("a." + "b".repeat(300))).hasSize(200);
  }
}
