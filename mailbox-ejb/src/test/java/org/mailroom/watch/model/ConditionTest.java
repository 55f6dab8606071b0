package org.mailroom.watch.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.Expiry;
import org.mailroom.mailbox.MailboxId;

class ConditionTest {
  private static final Instant END = Instant.parse("2026-12-10T00:00:00Z");

  @Test
  void tells_in_words_of_people_when_it_runs_out() {
    assertThat(words("2026-11-30T00:00:00Z"))
        .isEqualTo("client secret: expires 10 Dec 2026 00:00 UTC");
    assertThat(words("2026-12-11T00:00:00Z"))
        .isEqualTo("client secret: expired 10 Dec 2026 00:00 UTC");
  }

  private static String words(String now) {
    var expiry = new Expiry(new MailboxId(1), Expiry.Kind.CLIENT_SECRET, "client secret", END);
    return Condition.ending(expiry, "Desk", Instant.parse(now)).words();
  }
}
