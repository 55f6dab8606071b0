package org.mailroom.mailbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxStatus;

class MailboxHealthTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Mailbox mailbox = Mailbox.of(MailboxSettings.of(Drafts.input().draft()), NOON);
  private final MailboxHealth health = mailbox.health();

  @Test
  void a_new_mailbox_has_never_run() {
    assertThat(status()).isEqualTo(MailboxStatus.NEVER_RUN);
  }

  @Test
  void a_mailbox_that_worked_is_ok_and_its_settings_are_proved() {
    health.worked(NOON);

    assertThat(status()).isEqualTo(MailboxStatus.OK);
    assertThat(health.isChecked()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "NETWORK, WARNING",
    "SERVER, WARNING",
    "QUOTA, WARNING",
    "LOGIN, WARNING",
    "TLS, ERROR",
    "SETTINGS, ERROR"
  })
  void what_passes_by_itself_is_a_warning_and_the_rest_an_error(
      Trouble trouble, MailboxStatus expected) {
    health.worked(NOON);
    health.failed(trouble, "words", NOON);

    assertThat(status()).isEqualTo(expected);
    assertThat(health.lastError()).isEqualTo("words");
  }

  @Test
  void a_paused_mailbox_is_paused_whatever_it_did_before() {
    health.failed(Trouble.NETWORK, "no route", NOON);
    mailbox.pause();

    assertThat(status()).isEqualTo(MailboxStatus.PAUSED);
  }

  @Test
  void what_a_person_paused_stays_paused_by_that_person() {
    refused("one");
    refused("two");
    mailbox.pause();
    refused("of a try that was under way");

    assertThat(status()).isEqualTo(MailboxStatus.PAUSED);
  }

  @Test
  void the_third_refusal_in_a_row_pauses() {
    assertThat(refused("one")).isFalse();
    assertThat(refused("two")).isFalse();
    assertThat(refused("three")).isTrue();
  }

  @Test
  void a_success_between_starts_the_count_again() {
    refused("one");
    refused("two");
    health.worked(NOON);

    assertThat(refused("one")).isFalse();
    assertThat(status()).isEqualTo(MailboxStatus.WARNING);
  }

  @Test
  void a_network_failure_between_proves_nothing_about_the_log_in() {
    refused("one");
    health.failed(Trouble.NETWORK, "time-out", NOON);
    refused("two");

    assertThat(refused("three")).isTrue();
  }

  @Test
  void the_reason_of_the_pause_stays_when_later_tries_fail_otherwise() {
    refused("one");
    refused("two");
    refused("535 wrong password");
    mailbox.failed(Trouble.NETWORK, "time-out", NOON.plusSeconds(1));

    assertThat(mailbox.isActive()).isFalse();
    assertThat(status()).isEqualTo(MailboxStatus.ERROR);
    assertThat(health.lastError()).isEqualTo("535 wrong password");
  }

  @Test
  void resuming_forgets_the_failures() {
    refused("one");
    refused("two");
    refused("three");
    mailbox.resume(NOON);

    assertThat(status()).isEqualTo(MailboxStatus.NEVER_RUN);
    assertThat(health.lastError()).isNull();
    assertThat(refused("one")).isFalse();
  }

  @Test
  void a_success_is_news_only_now_and_then() {
    assertThat(health.isNews(NOON)).isTrue();
    health.worked(NOON);
    assertThat(health.isNews(NOON.plusSeconds(29))).isFalse();
    assertThat(health.isNews(NOON.plusSeconds(31))).isTrue();
    health.failed(Trouble.NETWORK, "x", NOON);
    assertThat(health.isNews(NOON.plusSeconds(1))).isTrue();
  }

  @Test
  void words_of_a_server_are_kept_on_one_line_of_bearable_length() {
    health.failed(Trouble.SERVER, "a\r\nb" + "x".repeat(1000), NOON);

    assertThat(health.lastError()).startsWith("a b").hasSize(500).endsWith("…");
  }

  @Test
  void mail_counts_as_new_from_the_first_activation_on() {
    Mailbox paused = Mailbox.of(MailboxSettings.of(Drafts.input().active(false).draft()), NOON);
    assertThat(since(paused)).isNull();

    paused.resume(NOON.plusSeconds(60));
    paused.pause();
    paused.resume(NOON.plusSeconds(120));

    assertThat(since(paused)).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void another_user_or_folder_is_another_inbox_and_another_server_is_not() {
    change(Drafts.input().server("imap.new.example"));
    assertThat(since(mailbox)).isEqualTo(NOON);

    change(Drafts.input().folder("Support"));
    assertThat(since(mailbox)).isEqualTo(NOON.plusSeconds(60));
  }

  private void change(Drafts drafts) {
    mailbox.change(MailboxSettings.of(drafts.draft()), NOON.plusSeconds(60));
  }

  private static Instant since(Mailbox mailbox) {
    return mailbox.activeSince();
  }

  private boolean refused(String words) {
    return mailbox.failed(Trouble.LOGIN, words, NOON);
  }

  private MailboxStatus status() {
    return health.status(mailbox.isActive());
  }
}
