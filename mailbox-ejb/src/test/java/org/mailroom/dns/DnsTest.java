package org.mailroom.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DnsTest {
  private final DnsServer server;

  DnsTest() throws SocketException {
    server = new DnsServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_text_longer_than_its_pieces_comes_in_one() {
    server.text("key.example", "a".repeat(600));

    assertThat(texts("key.example")).contains(List.of("a".repeat(600)));
  }

  @Test
  void that_there_is_nothing_is_an_answer() {
    assertThat(texts("nowhere.example")).contains(List.of());
  }

  @Test
  void silence_is_none() {
    server.fallSilent();

    assertThat(texts("nowhere.example")).isEmpty();
  }

  private Optional<List<String>> texts(String name) {
    return new Dns(server.address()).texts(name).join();
  }
}
