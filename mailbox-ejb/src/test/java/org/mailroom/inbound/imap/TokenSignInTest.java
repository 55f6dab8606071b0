package org.mailroom.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.bearer.Dovecot;
import org.mailroom.inbound.AccountFixture;
import org.mailroom.inbound.model.MailSource;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.inbound.pop3.Pop3Source;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;

/** Reading from a real Dovecot that takes tokens only. */
class TokenSignInTest {
  // as long as Microsoft's are
  private static final String TOKEN = "eyJ0-" + "x".repeat(2000);

  @ParameterizedTest
  @ValueSource(strings = {"xoauth2", "oauthbearer", "plain xoauth2 oauthbearer"})
  void imap_signs_in_with_what_the_server_offers(String mechanisms, @TempDir Path home) {
    try (Dovecot server = new Dovecot(home, mechanisms).accepts(TOKEN)) {
      Account account = AccountFixture.imap(server.imapPort()).byToken(TOKEN);

      try (MailSource source = ImapSource.open(account)) {
        assertThat(source.list(0)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xoauth2", "plain xoauth2 oauthbearer"})
  void pop3_signs_in_with_the_token_on_a_line_of_its_own(String mechanisms, @TempDir Path home) {
    try (Dovecot server = new Dovecot(home, mechanisms).accepts(TOKEN)) {
      Account account = AccountFixture.pop3(server.pop3Port()).byToken(TOKEN);

      try (MailSource source = Pop3Source.open(account)) {
        assertThat(source.list(0)).isEmpty();
      }
    }
  }

  @Test
  void a_refused_token_is_a_refused_log_in(@TempDir Path home) {
    try (Dovecot server = new Dovecot(home, "xoauth2 oauthbearer")) {
      refused(AccountFixture.imap(server.imapPort()).byToken(TOKEN));
      refusedOverPop3(AccountFixture.pop3(server.pop3Port()).byToken(TOKEN));
    }
    try (Dovecot server = new Dovecot(home.resolve("x"), "xoauth2")) {
      refused(AccountFixture.imap(server.imapPort()).byToken(TOKEN));
    }
  }

  private static void refused(Account account) {
    assertThatThrownBy(() -> ImapSource.open(account))
        .isInstanceOfSatisfying(
            SourceTrouble.class, told -> assertThat(told.trouble()).isEqualTo(Trouble.LOGIN))
        .hasMessageContaining("Authentication failed");
  }

  private static void refusedOverPop3(Account account) {
    assertThatThrownBy(() -> Pop3Source.open(account))
        .hasMessageContaining("The server refused the token")
        .isInstanceOfSatisfying(
            SourceTrouble.class, told -> assertThat(told.trouble()).isEqualTo(Trouble.LOGIN));
  }

  @Test
  void a_server_that_takes_no_tokens_is_not_told_one(@TempDir Path home) {
    try (Dovecot server = new Dovecot(home, "plain")) {
      Account account = AccountFixture.imap(server.imapPort()).byToken(TOKEN);

      assertThatThrownBy(() -> ImapSource.open(account))
          .hasMessageContaining("offers no sign-in by OAuth2");
    }
  }
}
