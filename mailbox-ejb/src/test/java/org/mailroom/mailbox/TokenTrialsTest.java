package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.mailbox.CheckReport.Step;

/** Trials of mailboxes that sign in by OAuth2 while no token is to be had. */
class TokenTrialsTest {
  private final AuthorizationServer provider = new AuthorizationServer();
  private Installation here;

  @BeforeEach
  void install(@TempDir Path directory) {
    here = new Installation(directory);
  }

  @AfterEach
  void close() {
    here.close();
    provider.close();
  }

  @Test
  void a_check_says_so_in_a_step() {
    CheckReport report = here.trials(trials -> trials.check(input()));

    assertNoToken(report, "Nobody has consented");
    assertThat(here.audited).anyMatch(line -> line.endsWith("failed at token"));
  }

  @Test
  void a_preview_says_so_in_a_step() {
    InboxPreview preview = here.trials(trials -> trials.preview(input()));

    assertNoToken(preview.report(), "Nobody has consented");
    assertThat(preview.newest()).isEmpty();
  }

  @Test
  void a_look_at_the_folders_says_so_in_a_step() {
    MailFolders folders = here.trials(trials -> trials.folders(input()));

    assertNoToken(folders.report(), "Nobody has consented");
    assertThat(folders.folders()).isEmpty();
  }

  @Test
  void a_test_mail_says_so_in_a_step_in_the_words_of_the_provider() {
    provider.refuses(401, "invalid_client", "The client secret is expired.");

    CheckReport report = here.trials(trials -> trials.sendTest(output(), "ana@customer.example"));

    assertNoToken(report, "The client secret is expired.");
  }

  @Test
  void a_round_trip_sends_nothing_that_nobody_could_read() {
    RoundTrip trip = roundTrip(output(), input());

    assertThat(trip.ok()).isFalse();
    assertNoToken(trip.input(), "Nobody has consented");
    assertThat(trip.output().steps()).isEmpty();
    assertThat(here.audited).noneMatch(line -> line.startsWith("mailbox.round-trip-sent"));
  }

  @Test
  void a_round_trip_whose_sender_has_no_token_looks_for_nothing() {
    provider.refuses(401, "invalid_client", "The client secret is expired.");
    Trial input = unsaved(Drafts.input().server("127.0.0.1"));

    RoundTrip trip = roundTrip(output(), input);

    assertThat(trip.ok()).isFalse();
    assertNoToken(trip.output(), "The client secret is expired.");
    assertThat(trip.input().steps()).isEmpty();
    assertThat(here.audited).noneMatch(line -> line.startsWith("mailbox.round-trip-received"));
  }

  private RoundTrip roundTrip(Trial output, Trial input) {
    return here.trials(
        trials -> trials.roundTrip(output, input, Optional.empty(), Duration.ofSeconds(5)));
  }

  private static void assertNoToken(CheckReport report, String words) {
    assertThat(report.ok()).isFalse();
    List<Step> steps = report.steps();
    assertThat(steps).extracting(Step::name).containsExactly("token");
    assertThat(steps.get(0).code()).isEqualTo(CheckCode.NO_TOKEN);
    assertThat(steps.get(0).cause()).contains(words);
  }

  private Trial input() {
    return unsaved(
        OAuthFixture.byOAuth2(
            Drafts.input().server("127.0.0.1"), OAuthGrant.AUTHORIZATION_CODE, provider.issuer()));
  }

  private Trial output() {
    return unsaved(
        OAuthFixture.byOAuth2(
            Drafts.output().server("127.0.0.1"), OAuthGrant.CLIENT_CREDENTIALS, provider.issuer()));
  }

  private static Trial unsaved(Drafts drafts) {
    return Trial.of(drafts.draft(), Optional.empty());
  }
}
