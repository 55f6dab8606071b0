package org.mailroom.mailbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.Security;

class PasswordRuleTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void a_new_mailbox_that_signs_in_needs_a_password() {
    assertThat(ofNew(Drafts.input())).isEmpty();
    assertThat(ofNew(Drafts.input().password(null))).contains("PASSWORD_MISSING");
    assertThat(ofNew(Drafts.input().password(""))).contains("PASSWORD_MISSING");
    assertThat(ofNew(Drafts.output().password(null))).contains("PASSWORD_MISSING");
    assertThat(ofNew(Drafts.output().user(null).password(null))).isEmpty();
  }

  @Test
  void a_password_nobody_asks_for_is_a_mistake() {
    assertThat(ofNew(Drafts.output().user(null))).contains("PASSWORD_NOT_USED");
  }

  @Test
  void a_password_that_would_break_a_command_is_refused() {
    assertThat(ofNew(Drafts.input().password("a\r\nb"))).contains("PASSWORD_CHARACTERS");
    assertThat(ofNew(Drafts.input().password("x".repeat(1025)))).contains("PASSWORD_LENGTH");
    assertThat(ofNew(Drafts.input().password(" spaces and ü count "))).isEmpty();
  }

  @Test
  void the_stored_password_stays_when_the_field_is_left_empty() {
    assertThat(ofChange(Drafts.input().password(null))).isEmpty();
    assertThat(ofChange(Drafts.input().password("").name("other").port(994))).isEmpty();
  }

  @Test
  void the_stored_password_is_never_carried_to_another_server_or_user() {
    assertThat(ofChange(Drafts.input().password(null).server("imap.evil.example")))
        .contains("PASSWORD_AGAIN");
    assertThat(ofChange(Drafts.input().password(null).user("boss@xpto.example")))
        .contains("PASSWORD_AGAIN");
    assertThat(ofChange(Drafts.input().server("imap.new.example"))).isEmpty();
  }

  @Test
  void a_password_is_taken_away_from_a_paused_mailbox_only() {
    assertThat(ofChange(Drafts.input().removePassword())).contains("PASSWORD_MISSING");
    assertThat(ofChange(Drafts.input().removePassword().active(false))).isEmpty();
    assertThat(ofChange(withoutSignIn())).isEmpty();
  }

  private static Drafts withoutSignIn() {
    return Drafts.output().removePassword().user(null).authentication(Authentication.NONE);
  }

  @Test
  void a_try_uses_the_stored_password_only_where_it_is_guarded_as_well() {
    assertThat(ofTry(Drafts.input().password(null))).isEmpty();
    assertThat(ofTry(Drafts.input().password(null).name("x").folder("y"))).isEmpty();
    assertThat(ofTry(Drafts.input().password(null).server("imap.evil.example")))
        .contains("PASSWORD_AGAIN");
    assertThat(ofTry(Drafts.input().password(null).user("x"))).contains("PASSWORD_AGAIN");
    assertThat(ofTry(Drafts.input().password(null).port(994))).contains("PASSWORD_AGAIN");
    assertThat(ofTry(Drafts.input().password(null).security(Security.NONE).port(993)))
        .contains("PASSWORD_AGAIN");
    assertThat(ofTry(Drafts.input().password(null).verifyCertificate(false)))
        .contains("PASSWORD_AGAIN");
    assertThat(ofTry(Drafts.input().port(994))).isEmpty();
  }

  @Test
  void a_try_without_any_password_asks_for_it() {
    assertThat(ofTry(Drafts.input().removePassword())).contains("PASSWORD_MISSING");
    assertThat(codes(rule(Drafts.input().password(null)), Optional.empty()))
        .contains("PASSWORD_MISSING");
  }

  private static Optional<String> ofNew(Drafts drafts) {
    return rule(drafts).problem(MailboxSettings.of(drafts.draft())).map(Problem::code);
  }

  private static Optional<String> ofChange(Drafts drafts) {
    return rule(drafts).problem(MailboxSettings.of(drafts.draft()), stored()).map(Problem::code);
  }

  private static Optional<String> ofTry(Drafts drafts) {
    return rule(drafts)
        .problemOfTrying(MailboxSettings.of(drafts.draft()), Optional.of(stored()))
        .map(Problem::code);
  }

  private static Optional<String> codes(PasswordRule rule, Optional<Mailbox> stored) {
    return rule.problemOfTrying(MailboxSettings.of(Drafts.input().draft()), stored)
        .map(Problem::code);
  }

  private static PasswordRule rule(Drafts drafts) {
    return PasswordRule.of(drafts.draft(), MailboxSettings.of(drafts.draft()));
  }

  private static Mailbox stored() {
    Mailbox mailbox = Mailbox.of(MailboxSettings.of(Drafts.input().draft()), NOON);
    mailbox.keepPassword(new byte[] {1});
    return mailbox;
  }
}
