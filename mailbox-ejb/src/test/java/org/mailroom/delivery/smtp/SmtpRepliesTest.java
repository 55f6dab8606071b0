package org.mailroom.delivery.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.delivery.Transmission.Trouble;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxAccess;
import org.mailroom.outbox.DeliveryResult.Accepted;
import org.mailroom.outbox.DeliveryResult.Deferred;
import org.mailroom.outbox.DeliveryResult.Refused;

class SmtpRepliesTest {
  @Test
  void the_first_digit_decides() {
    assertThat(SmtpReplies.result(reply(250, "250 ok"))).isEqualTo(new Accepted("250 ok"));
    assertThat(SmtpReplies.result(reply(451, "451 later"))).isEqualTo(new Deferred("451 later"));
    assertThat(SmtpReplies.result(reply(552, "552 full"))).isEqualTo(new Refused("552 full"));
  }

  @Test
  void what_is_not_known_is_deferred() {
    assertThat(SmtpReplies.result(reply(354, "354 what"))).isInstanceOf(Deferred.class);
    assertThat(SmtpReplies.result(reply(999, "999 what"))).isInstanceOf(Deferred.class);
  }

  @Test
  void the_servers_words_are_kept_but_not_without_end() {
    assertThat(SmtpReplies.result(reply(550, "550 " + "no ".repeat(1000))).words()).hasSize(500);
  }

  @Test
  void only_some_answers_speak_of_more_than_the_message() {
    assertThat(SmtpReplies.trouble(reply(550, "550 5.1.1 no such user"))).isEmpty();
    assertThat(SmtpReplies.trouble(reply(421, "421 closing")))
        .contains(new Trouble(MailboxAccess.Trouble.SERVER, "421 closing"));
    assertThat(SmtpReplies.trouble(reply(535, "535 wrong password")))
        .contains(new Trouble(MailboxAccess.Trouble.LOGIN, "535 wrong password"));
    assertThat(SmtpReplies.trouble(reply(550, "550 5.7.30 basic")).orElseThrow().words())
        .isEqualTo("550 5.7.30 basic (This provider refuses passwords: use OAuth2.)");
  }

  @ParameterizedTest
  @CsvSource({
    "550, 550 5.4.5 Daily user sending limit exceeded",
    "432, 432 4.3.2 Concurrent connections limit exceeded",
    "421, 421 4.7.0 Too many connections from your address",
    "452, 452 4.3.1 rate limit",
    "554, 554 5.2.0 SubmissionQuotaExceededException: message submission quota exceeded"
  })
  void too_much_at_once_is_a_trouble_of_its_own(int code, String words) {
    assertThat(SmtpReplies.trouble(reply(code, words)))
        .contains(new Trouble(MailboxAccess.Trouble.QUOTA, words));
  }

  @ParameterizedTest
  @CsvSource({"554, 554 5.4.6 too many hops", "452, 452 4.5.3 too many recipients"})
  void too_much_of_one_message_is_not(int code, String words) {
    assertThat(SmtpReplies.trouble(reply(code, words))).isEmpty();
  }

  @Test
  void what_was_accepted_is_no_trouble_whatever_the_server_says_of_its_limits() {
    assertThat(SmtpReplies.trouble(reply(250, "250 ok, rate limit 100 an hour"))).isEmpty();
  }

  @Test
  void a_lost_connection_says_why() {
    assertThat(trouble(new MessagingException("x", new SocketTimeoutException("Read timed out"))))
        .isEqualTo("NETWORK The server did not answer in time: Read timed out");
    assertThat(trouble(new MessagingException("x", new UnknownHostException("smtp.nowhere"))))
        .isEqualTo("NETWORK The server's name is not known: smtp.nowhere");
    assertThat(trouble(new MessagingException("x", new ConnectException("Connection refused"))))
        .isEqualTo("NETWORK The server cannot be reached: Connection refused");
    assertThat(trouble(new MessagingException("x", new IOException("Broken pipe"))))
        .isEqualTo("NETWORK The connection was lost: Broken pipe");
  }

  @Test
  void tls_has_a_class_of_its_own() {
    assertThat(trouble(new MessagingException("x", new SSLHandshakeException("bad certificate"))))
        .isEqualTo("TLS TLS failed: bad certificate");
    assertThat(trouble(new MessagingException("STARTTLS is required but host does not support it")))
        .startsWith("TLS ");
  }

  @Test
  void a_target_that_is_not_allowed_is_a_matter_of_the_settings() {
    assertThat(trouble(new ForbiddenTarget("10.0.0.1")))
        .startsWith("SETTINGS 10.0.0.1 is a loopback");
    assertThat(
            trouble(new MessagingException("x", new IOException(new ForbiddenTarget("10.0.0.1")))))
        .startsWith("SETTINGS");
  }

  @Test
  void a_log_in_is_refused_only_by_the_server_and_for_good() {
    assertThat(trouble(new AuthenticationFailedException("535 5.7.8 no")))
        .isEqualTo("LOGIN 535 5.7.8 no");
    assertThat(trouble(new AuthenticationFailedException("454 4.7.0 later")))
        .isEqualTo("SERVER 454 4.7.0 later");
    assertThat(
            trouble(
                new AuthenticationFailedException(
                    "", new MessagingException("x", new IOException("reset")))))
        .isEqualTo("NETWORK The connection was lost: reset");
  }

  private static Reply reply(int code, String words) {
    return Reply.of(code, words);
  }

  private static String trouble(Exception e) {
    Trouble trouble = SmtpReplies.trouble(e);
    return trouble.kind() + " " + trouble.words();
  }
}
