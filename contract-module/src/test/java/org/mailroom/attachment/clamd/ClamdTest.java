package org.mailroom.attachment.clamd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.attachment.FileNotScanned;
import org.mailroom.attachment.ScannerAway;

class ClamdTest {
  private ScriptedClamd server;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedClamd(300_000);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_clean_file_has_no_virus_whatever_its_size() {
    Clamd clamd = new Clamd(server.where());

    assertThat(clamd.virus(new byte[0])).isEmpty();
    assertThat(clamd.virus(new byte[200_000])).isEmpty();
    assertThat(server.sizes()).containsExactly(0, 200_000);
  }

  @Test
  void a_virus_is_told_by_name() {
    byte[] infected = "x".repeat(100_000).concat("VIRUS").getBytes(UTF_8);

    assertThat(new Clamd(server.where()).virus(infected)).contains("Test.Virus-1");
  }

  @Test
  void a_file_that_it_does_not_take_is_not_let_through() {
    Clamd clamd = new Clamd(server.where());

    assertThatThrownBy(() -> clamd.virus(new byte[400_000]))
        .isInstanceOfAny(FileNotScanned.class, ScannerAway.class);
  }

  @Test
  void where_nobody_listens_nothing_is_let_through() {
    server.close();
    Clamd clamd = new Clamd(server.where());

    assertThat(clamd.answers()).isFalse();
    assertThatThrownBy(() -> clamd.virus(new byte[1]))
        .isInstanceOf(ScannerAway.class)
        .hasMessageContaining(server.where());
    assertThatThrownBy(() -> new Clamd("/no/such/socket").virus(new byte[1]))
        .isInstanceOf(ScannerAway.class);
    assertThatThrownBy(() -> new Clamd("clamd").virus(new byte[1]))
        .isInstanceOf(ScannerAway.class)
        .hasMessageContaining("host:port");
  }

  @Test
  void it_answers_when_it_is_there() {
    assertThat(new Clamd(server.where()).answers()).isTrue();
  }
}
