package org.mailroom.inbound.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.MailboxId;

class ReceivedMailTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final ReceivedMail mail = mail(Optional.empty());

  @Test
  void is_settled_once() {
    mail.settle(Outcome.ignored("noise"));

    assertThat(mail.state()).isEqualTo(ReceivedState.IGNORED);
    assertThatThrownBy(() -> mail.settle(Outcome.opened("1", "new")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void is_quarantined_after_five_failures() {
    for (int failures = 1; failures <= 5; failures++) {
      assertThat(mail.state()).isEqualTo(ReceivedState.STORED);
      mail.failed("oops", ProcessingRetry.after(failures, NOON));
    }

    assertThat(mail.state()).isEqualTo(ReceivedState.QUARANTINED);
    assertThat(mail.attempts()).isEqualTo(5);
  }

  @Test
  void is_quarantined_at_once_if_it_is_refused() {
    assertThat(mail(Optional.of("too large")).state()).isEqualTo(ReceivedState.QUARANTINED);
  }

  private static ReceivedMail mail(Optional<String> refusal) {
    MailHeader header =
        new MailHeader(
            "<1@x>", List.of(), "a@b", "\uD83D\uDE00".repeat(300), Optional.empty(), "f");
    Listed listed = new Listed("1", 1, 10, Optional.empty());
    return new ReceivedMail(
        new MailboxId(1),
        new Place("a#1"),
        new Arrival(listed, header, new byte[0], refusal, false),
        NOON);
  }
}
