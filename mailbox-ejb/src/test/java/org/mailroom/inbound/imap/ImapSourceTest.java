package org.mailroom.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.Ports;
import org.mailroom.inbound.AccountFixture;
import org.mailroom.inbound.LocalMailServer;
import org.mailroom.inbound.ScriptedImap;
import org.mailroom.inbound.model.Listed;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading.Step;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.ServerAction;

class ImapSourceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final LocalMailServer server = new LocalMailServer();
  private final AccountFixture account = AccountFixture.imap(server.imapPort());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void lists_mail_after_a_position_with_its_size_and_arrival() {
    server.receives("Subject: one\r\n\r\nwords", NOON);
    server.receives("Subject: two\r\n\r\nmore words", NOON.plusSeconds(1));

    try (MailSource source = open()) {
      List<Listed> all = source.list(0);

      assertThat(all)
          .extracting(mail -> mail.arrivedAt().orElseThrow())
          .containsExactly(NOON, NOON.plusSeconds(1));
      assertThat(all).allMatch(mail -> mail.size() > 10);
      assertThat(source.list(all.get(0).position())).containsExactly(all.get(1));
      assertThat(source.list(all.get(1).position())).isEmpty();
    }
  }

  @Test
  void lists_nothing_in_an_empty_folder() {
    try (MailSource source = open()) {
      assertThat(source.list(0)).isEmpty();
    }
  }

  @Test
  void fetches_a_batch_without_leaving_a_mark() {
    server.receives("Subject: one\r\n\r\nwords", NOON);
    server.receives("Subject: two\r\n\r\nmore words", NOON);

    try (MailSource source = open()) {
      List<Listed> all = source.list(0);
      Map<String, byte[]> fetched = source.fetch(all);

      assertThat(text(fetched.get(all.get(0).uid()))).contains("Subject: one", "words");
      assertThat(text(fetched.get(all.get(1).uid()))).contains("Subject: two", "more words");
    }
    assertThat(server.seen()).containsExactly(false, false);
  }

  @Test
  void fetches_the_header_alone() {
    server.receives("Subject: one\r\n\r\nwords", NOON);

    try (MailSource source = open()) {
      assertThat(text(source.header(source.list(0).get(0))))
          .contains("Subject: one")
          .doesNotContain("words");
    }
  }

  @Test
  void marks_what_it_is_told_to() {
    server.receives("Subject: one\r\n\r\nwords", NOON);
    server.receives("Subject: two\r\n\r\nwords", NOON);

    try (MailSource source = open()) {
      source.act(new Step(ServerAction.MARK_READ, null), List.of(source.list(0).get(1).uid()));
    }

    assertThat(server.seen()).containsExactly(false, true);
  }

  @Test
  void does_without_a_mail_that_somebody_has_deleted_meanwhile() {
    server.receives("Subject: one\r\n\r\nwords", NOON);
    server.receives("Subject: two\r\n\r\nwords", NOON);

    try (MailSource source = open()) {
      List<Listed> all = source.list(0);
      server.deletes(0);

      assertThat(source.fetch(all)).containsOnlyKeys(all.get(1).uid());
    }
  }

  @Test
  void tells_a_refused_log_in() {
    assertTrouble(() -> ImapSource.open(account.password("wrong").account()), Trouble.LOGIN);
  }

  @Test
  void tells_a_missing_folder_by_its_name() {
    Account elsewhere = account.folder("Pedidos").account();

    assertTrouble(() -> ImapSource.open(elsewhere), Trouble.SETTINGS);
    assertThatThrownBy(() -> ImapSource.open(elsewhere)).hasMessageContaining("\"Pedidos\"");
  }

  @Test
  void writes_the_name_of_a_folder_as_the_server_understands_it() {
    assertThat(asked("IMAP4rev1")).isEqualTo("EXAMINE \"Entw&APw-rfe &- mehr\"");
    assertThat(asked("IMAP4rev1 ENABLE UTF8=ACCEPT")).isEqualTo("EXAMINE \"Entwürfe & mehr\"");
  }

  private static String asked(String capabilities) {
    try (ScriptedImap scripted = new ScriptedImap()) {
      scripted.capabilities(capabilities);
      ImapSource.open(AccountFixture.imap(scripted.port()).folder("Entwürfe & mehr").account())
          .close();
      byte[] command =
          scripted.commands().stream()
              .filter(it -> it.startsWith("EXAMINE"))
              .findFirst()
              .orElseThrow()
              .getBytes(StandardCharsets.ISO_8859_1);
      return new String(command, StandardCharsets.UTF_8);
    }
  }

  @Test
  void tells_a_server_that_is_not_there() {
    Account nobodys = AccountFixture.imap(Ports.closed()).account();

    assertTrouble(() -> ImapSource.open(nobodys), Trouble.NETWORK);
  }

  @Test
  void tells_a_server_without_the_protection_that_is_required() {
    assertTrouble(() -> ImapSource.open(account.startTls().account()), Trouble.TLS);
    assertTrouble(() -> ImapSource.open(account.tls().account()), Trouble.TLS);
  }

  @Test
  void tells_a_connection_that_broke() {
    server.receives("Subject: one\r\n\r\nwords", NOON);

    try (MailSource source = open()) {
      List<Listed> all = source.list(0);
      server.close();

      assertTrouble(() -> source.fetch(all), Trouble.NETWORK);
    }
  }

  private MailSource open() {
    return ImapSource.open(account.account());
  }

  private static void assertTrouble(ThrowingCallable call, Trouble trouble) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            SourceTrouble.class, e -> assertThat(e.trouble()).isEqualTo(trouble));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
