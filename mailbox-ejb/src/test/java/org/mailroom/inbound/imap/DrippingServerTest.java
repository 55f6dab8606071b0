package org.mailroom.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.inbound.AccountFixture;
import org.mailroom.inbound.ScriptedImap;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/** A server that sends a byte now and then never lets a time-out pass, and yet comes to an end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DrippingServerTest {
  private final ScriptedImap server = new ScriptedImap();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void is_left_when_the_time_of_a_command_is_over() {
    server.receives("1", "Subject: one\n\nwords");
    try (MailSource source =
        // enough for what it does as it should, on a slow machine too
        ImapSource.open(AccountFixture.imap(server.port()).account(), Duration.ofSeconds(4))) {
      List<Listed> all = source.list(0);
      server.misbehave(
          (tag, command, guest) -> {
            guest.say("* 1 FETCH (UID 1 BODY[] {100000}");
            while (true) {
              guest.write(new byte[] {'x'});
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
          });

      assertThatThrownBy(() -> source.fetch(all))
          .isInstanceOfSatisfying(
              SourceTrouble.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.NETWORK))
          .hasMessageContaining("too long");
    }
  }
}
