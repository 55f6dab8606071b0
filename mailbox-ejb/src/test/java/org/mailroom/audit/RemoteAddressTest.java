package org.mailroom.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the resource is the scope
class RemoteAddressTest {
  @Test
  void lasts_as_long_as_the_request_and_gives_back_what_was_before() {
    try (RemoteAddress outer = RemoteAddress.of("203.0.113.9")) {
      try (RemoteAddress inner = RemoteAddress.of("203.0.113.10")) {
        assertThat(RemoteAddress.present()).contains("203.0.113.10");
      }
      assertThat(RemoteAddress.present()).contains("203.0.113.9");
    }
    assertThat(RemoteAddress.present()).isEmpty();
  }

  @Test
  void other_threads_have_none() {
    try (RemoteAddress here = RemoteAddress.of("203.0.113.9")) {
      assertThat(CompletableFuture.supplyAsync(RemoteAddress::present).join()).isEmpty();
    }
  }
}
