package org.mailroom.mailbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

class GuardedHttpTest {
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/hello", exchange -> answer(exchange, 200, "Grüße"));
    server.createContext(
        "/echo", exchange -> answer(exchange, 200, text(exchange) + header(exchange, "X-Of")));
    server.createContext("/away", GuardedHttpTest::redirect);
    server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(3_000_000)));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void gets_text() throws IOException {
    Answer answer = http("127.0.0.1").get(at("/hello"));
    assertThat(answer.isOk()).isTrue();
    assertThat(answer.contentType()).startsWith("text/plain");
    assertThat(answer.body()).isEqualTo("Grüße");
  }

  @Test
  void sends_a_body_and_headers() throws IOException {
    Answer answer =
        http("127.0.0.1")
            .send("POST", at("/echo"), Map.of("X-Of", "!"), "text/plain;charset=utf-8", "ça va");
    assertThat(answer.body()).isEqualTo("ça va!");
  }

  @Test
  void follows_no_redirect() throws IOException {
    assertThat(http("127.0.0.1").get(at("/away")).status()).isEqualTo(302);
  }

  @Test
  void reads_a_megabyte_at_most() throws IOException {
    assertThat(http("127.0.0.1").get(at("/long")).body()).hasSizeLessThanOrEqualTo(1 << 20);
  }

  @Test
  void stays_away_from_private_hosts() {
    GuardedHttp closed = http("10.1.2.3");
    assertThatThrownBy(() -> closed.get(at("/hello"))).isInstanceOf(ForbiddenTarget.class);
  }

  private static GuardedHttp http(String allowed) {
    Targets targets = new Targets(AllowedHosts.of(List.of(allowed)), InetAddress::getAllByName);
    return new GuardedHttp(targets, Duration.ofSeconds(30));
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "/hello");
    answer(exchange, 302, "");
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
