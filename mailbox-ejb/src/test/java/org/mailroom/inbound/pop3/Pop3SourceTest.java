package org.mailroom.inbound.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.AccountFixture;
import org.mailroom.inbound.LocalMailServer;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.MailboxAccess.Trouble;

class Pop3SourceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final LocalMailServer server = new LocalMailServer();
  private final AccountFixture account = AccountFixture.pop3(server.pop3Port());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void names_each_mail_alike_in_every_session() {
    server.receives("Subject: one\r\n\r\nwords", NOON);
    server.receives("Subject: two\r\n\r\nwords", NOON);
    List<String> first = uids();

    server.receives("Subject: three\r\n\r\nwords", NOON);

    assertThat(first).hasSize(2).doesNotHaveDuplicates();
    assertThat(uids()).hasSize(3).startsWith(first.get(0), first.get(1));
  }

  @Test
  void fetches_mail_and_leaves_it_on_the_server() {
    server.receives("Subject: one\r\n\r\nwords\r\n.\r\nmore", NOON);

    try (MailSource source = open()) {
      Listed mail = source.list(0).get(0);

      assertThat(text(source.fetch(List.of(mail)).get(mail.uid())))
          .contains("Subject: one", "words\r\n.\r\nmore");
    }
    assertThat(uids()).hasSize(1);
  }

  @Test
  void asks_the_mail_when_it_arrived() {
    server.receives("Received: from x by y; Sun, 22 Nov 2026 10:00:00 +0000\r\n\r\nwords", NOON);

    try (MailSource source = open()) {
      Listed mail = source.list(0).get(0);

      assertThat(mail.arrivedAt()).isEmpty();
      assertThat(source.arrival(mail)).contains(Instant.parse("2026-11-22T10:00:00Z"));
    }
  }

  @Test
  void tells_a_refused_log_in() {
    assertThatThrownBy(() -> Pop3Source.open(account.password("wrong").account()))
        .isInstanceOfSatisfying(
            SourceTrouble.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.LOGIN));
  }

  private List<String> uids() {
    try (MailSource source = open()) {
      return source.list(0).stream().map(Listed::uid).toList();
    }
  }

  private MailSource open() {
    return Pop3Source.open(account.account());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
