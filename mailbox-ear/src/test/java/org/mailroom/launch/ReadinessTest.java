package org.mailroom.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private HttpServer application;

  @BeforeEach
  void start() throws IOException {
    application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.start();
  }

  @AfterEach
  void stop() {
    application.stop(0);
  }

  @Test
  void is_over_with_the_first_answer_even_if_it_asks_for_a_log_in() {
    answer(401);
    assertThatCode(() -> readiness(1).await()).doesNotThrowAnyException();
  }

  @Test
  void goes_on_asking_while_the_application_starts() {
    answer(503, 500, 302);
    assertThatCode(() -> readiness(3).await()).doesNotThrowAnyException();
  }

  @Test
  void gives_up_and_says_where_it_asked() {
    answer(503);
    assertThatExceptionOfType(StartFailed.class)
        .isThrownBy(() -> readiness(2).await())
        .withMessageContaining(url().toString());
  }

  @Test
  void gives_up_when_nobody_listens() {
    var readiness = readiness(2);
    application.stop(0);
    assertThatExceptionOfType(StartFailed.class).isThrownBy(readiness::await);
  }

  private void answer(int... statuses) {
    var asked = new AtomicInteger();
    application.createContext(
        "/",
        exchange -> {
          var turn = Math.min(asked.getAndIncrement(), statuses.length - 1);
          exchange.sendResponseHeaders(statuses[turn], -1);
          exchange.close();
        });
  }

  private Readiness readiness(int attempts) {
    return new Readiness(url(), Duration.ofMillis(1), attempts);
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + application.getAddress().getPort() + "/");
  }
}
