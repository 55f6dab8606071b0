package org.mailroom.inbound.imap;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.AccountFixture;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxAccess.Trouble;

class TroublesTest {
  @Test
  void tells_a_wrong_password_from_a_log_in_that_is_not_possible_now() {
    assertThat(kind(new AuthenticationFailedException("[AUTHENTICATIONFAILED] Invalid")))
        .isEqualTo(Trouble.LOGIN);
    assertThat(kind(new AuthenticationFailedException("[UNAVAILABLE] Internal error")))
        .isEqualTo(Trouble.SERVER);
    assertThat(kind(new AuthenticationFailedException("[IN-USE] Mailbox is locked")))
        .isEqualTo(Trouble.SERVER);
  }

  @Test
  void knows_a_limit_from_a_refusal() {
    assertThat(kind(new AuthenticationFailedException("Too many connections")))
        .isEqualTo(Trouble.QUOTA);
    assertThat(
            kind(
                new AuthenticationFailedException(
                    "[LOGIN-DELAY] minimum time between mail checks")))
        .isEqualTo(Trouble.QUOTA);
    assertThat(
            kind(
                new MessagingException(
                    "A3 NO [OVERQUOTA] Account exceeded command or bandwidth limits")))
        .isEqualTo(Trouble.QUOTA);
  }

  @Test
  void finds_the_cause_however_it_is_wrapped() {
    assertThat(kind(wrapped(new SocketTimeoutException("Read timed out"))))
        .isEqualTo(Trouble.NETWORK);
    assertThat(kind(wrapped(new UnknownHostException("mail.example")))).isEqualTo(Trouble.NETWORK);
    assertThat(kind(wrapped(new SSLHandshakeException("expired")))).isEqualTo(Trouble.TLS);
  }

  @Test
  void tells_a_forbidden_target_in_its_own_words() {
    SourceTrouble trouble = trouble(new IllegalStateException(new ForbiddenTarget("10.0.0.1")));

    assertThat(trouble.trouble()).isEqualTo(Trouble.SETTINGS);
    assertThat(trouble).hasMessageContaining("MAILROOM_ALLOWED_HOSTS");
  }

  @Test
  void takes_what_it_does_not_know_for_a_refusal_of_the_server() {
    assertThat(kind(new MessagingException("A3 BAD what?"))).isEqualTo(Trouble.SERVER);
  }

  private static MessagingException wrapped(Exception cause) {
    return new MessagingException("connect failed", new MessagingException("x", cause));
  }

  private static Trouble kind(Exception e) {
    return trouble(e).trouble();
  }

  private static SourceTrouble trouble(Exception e) {
    return Troubles.of(e, AccountFixture.imap(143).account());
  }
}
