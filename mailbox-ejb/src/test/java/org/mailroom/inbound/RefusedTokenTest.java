package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.SettableClock;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/** What reading does when a server refuses the token of a mailbox. */
class RefusedTokenTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final AccountFixture BOX = AccountFixture.imap(143).activeSince(NOON);

  private final MemoryServer server = MemoryServer.likeImap();
  private final List<String> shown = new ArrayList<>();
  private final Reading reading =
      new Reading(this::open, BOX.byToken("t-1"), new SettableClock(NOON));

  /** Takes the second token only. */
  private MailSource open(Account account) {
    String token = account.password().orElseThrow().reveal();
    shown.add(token);
    if (!token.equals("t-2")) {
      throw new SourceTrouble(Trouble.LOGIN, "no such token", null);
    }
    return server.open(account);
  }

  @AfterEach
  void close() {
    reading.close();
  }

  @Test
  void another_token_is_tried_at_once() {
    reading.access.renew(BOX.byToken("t-2"));
    server.receives("Subject: one\n\nIt is broken.\n", NOON);

    reading.read();

    assertThat(shown).containsExactly("t-1", "t-2");
    assertThat(reading.subjects()).containsExactly("one");
    assertThat(reading.access.reports()).containsExactly("worked");
  }

  @Test
  void a_second_refusal_is_a_refused_log_in() {
    reading.access.renew(BOX.byToken("t-3"));

    reading.read();

    assertThat(shown).containsExactly("t-1", "t-3");
    assertThat(reading.access.reports()).containsExactly("LOGIN: no such token");
  }

  @Test
  void where_there_is_no_other_token_the_refusal_stands() {
    reading.read();

    assertThat(shown).containsExactly("t-1");
    assertThat(reading.access.reports()).containsExactly("LOGIN: no such token");
  }
}
