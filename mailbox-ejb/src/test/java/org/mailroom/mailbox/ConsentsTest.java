package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.mailbox.MailboxAccess.Trouble;

class ConsentsTest {
  private static final String SESSION = "session-of-ana";

  @TempDir Path directory;

  private final AuthorizationServer provider = new AuthorizationServer();
  private Installation here;

  @BeforeEach
  void install() {
    here = new Installation(directory);
  }

  @AfterEach
  void close() {
    here.close();
    provider.close();
  }

  @Test
  void a_person_is_led_to_the_provider_with_state_and_pkce() {
    MailboxId id = register().id();
    Map<String, String> asked = AuthorizationServer.parameters(start(id));

    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "mailroom")
        .containsEntry("redirect_uri", "http://127.0.0.1:8080/oauth/callback")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("login_hint", AuthorizationServer.ACCOUNT);
    assertThat(asked.get("state")).hasSizeGreaterThanOrEqualTo(32);
    assertThat(asked.get("scope")).contains("openid");
    assertThat(state(id).state()).isEqualTo(ConsentState.AWAITED);
    assertThat(state(id).usable()).isFalse();
  }

  @Test
  void after_the_consent_the_mailbox_signs_in() {
    MailboxId id = register().id();
    here.access(access -> access.failed(id, Trouble.CONSENT, "awaited", Installation.NOON));

    assertThat(consent(id)).isEqualTo(id);

    ConsentView state = state(id);
    assertThat(state.state()).isEqualTo(ConsentState.GIVEN);
    assertThat(state.account()).isEqualTo(AuthorizationServer.ACCOUNT);
    assertThat(state.otherAccount()).isFalse();
    assertThat(state.consentedBy()).isEqualTo("ana");
    assertThat(state.tokenExpires())
        .isCloseTo(Installation.NOON.plusSeconds(3600), within(5, ChronoUnit.SECONDS));
    assertThat(here.access(access -> access.account(id)).orElseThrow().password()).isPresent();
    assertThat(here.call(mailboxes -> mailboxes.get(id)).status())
        .isEqualTo(MailboxStatus.NEVER_RUN);
    assertThat(here.audited).anyMatch(line -> line.startsWith("mailbox.consent.given"));
    assertThat(here.consented).containsExactly(new ConsentGiven(id));
  }

  @Test
  void another_account_than_the_mailboxs_is_warned_of() {
    MailboxId id = register().id();
    provider.signsInAs("boss@xpto.example");
    finish(AuthorizationServer.consent(start(id)));

    assertThat(state(id).account()).isEqualTo("boss@xpto.example");
    assertThat(state(id).expectedAccount()).isEqualTo(AuthorizationServer.ACCOUNT);
    assertThat(state(id).otherAccount()).isTrue();
  }

  @Test
  void who_consented_is_asked_for_where_no_id_token_tells() {
    MailboxId id = register().id();
    Map<String, String> answer = AuthorizationServer.consent(start(id));
    provider.tellsWhoConsentedWhenAsked("boss@xpto.example");
    finish(answer);

    assertThat(state(id).account()).isEqualTo("boss@xpto.example");
    assertThat(state(id).otherAccount()).isTrue();
  }

  @Test
  void a_provider_that_does_not_tell_who_consented_is_good_enough() {
    MailboxId id = register().id();
    Map<String, String> answer = AuthorizationServer.consent(start(id));
    provider.endsConsentAfter(Duration.ofDays(90)); // with a token that userinfo does not know
    finish(answer);

    assertThat(state(id).state()).isEqualTo(ConsentState.GIVEN);
    assertThat(state(id).account()).isNull();
    assertThat(state(id).otherAccount()).isFalse();
  }

  @Test
  void an_answer_is_taken_once() {
    MailboxId id = register().id();
    Map<String, String> answer = AuthorizationServer.consent(start(id));
    finish(answer);

    assertThatThrownBy(() -> finish(answer)).isInstanceOf(ConsentRefused.class);
  }

  @Test
  void an_answer_is_taken_from_the_person_and_the_session_that_began() {
    MailboxId id = register().id();
    Map<String, String> answer = AuthorizationServer.consent(start(id));
    assertThatThrownBy(() -> finish(answer, "session-of-eve")).isInstanceOf(ConsentRefused.class);

    Map<String, String> again = AuthorizationServer.consent(start(id));
    here.caller = "eve";
    assertThatThrownBy(() -> finish(again)).isInstanceOf(ConsentRefused.class);

    assertThatThrownBy(() -> finish(Map.of("state", "made-up", "code", "x")))
        .isInstanceOf(ConsentRefused.class);
    assertThatThrownBy(() -> finish(Map.of("code", "x"))).isInstanceOf(ConsentRefused.class);
    assertThat(state(id).state()).isEqualTo(ConsentState.AWAITED);
  }

  @Test
  void a_program_begins_and_its_person_completes_in_any_session() {
    MailboxId id = register().id();
    provider.signsInAs(AuthorizationServer.ACCOUNT);
    URI address = here.consents(consents -> consents.start(id, Optional.empty()));

    assertThat(finish(AuthorizationServer.consent(address), "whatever")).isEqualTo(id);
  }

  @Test
  void an_answer_that_comes_after_ten_minutes_is_too_late() {
    MailboxId id = register().id();
    Map<String, String> answer = AuthorizationServer.consent(start(id));
    here.clock.pass(Duration.ofMinutes(11));

    assertThatThrownBy(() -> finish(answer))
        .isInstanceOf(ConsentRefused.class)
        .hasMessageContaining("ten");
  }

  @Test
  void an_answer_for_settings_that_were_changed_meanwhile_is_not_taken() {
    MailboxView box = register();
    Map<String, String> answer = AuthorizationServer.consent(start(box.id()));
    Drafts other = drafts().user("other@xpto.example");
    here.call(mailboxes -> mailboxes.change(box.id(), other.draft(), Optional.empty()));

    assertThatThrownBy(() -> finish(answer)).hasMessageContaining("changed after the sign-in");
  }

  @Test
  void a_declined_consent_is_told_in_plain_words() {
    MailboxId id = register().id();
    String state = AuthorizationServer.parameters(start(id)).get("state");

    assertThatThrownBy(
            () ->
                finish(
                    Map.of(
                        "state", state,
                        "error", "access_denied",
                        "error_description", "The user\r\nsaid no")))
        .isInstanceOf(ConsentRefused.class)
        .hasMessage(
            "The consent was declined at the provider, or its administrator does not allow it."
                + " It says: access_denied: The user said no");
    assertThat(state(id).trouble()).contains("declined");
  }

  @Test
  void an_answer_of_another_issuer_is_not_taken() {
    MailboxId id = register().id();
    Map<String, String> answer = AuthorizationServer.consent(start(id));

    assertThatThrownBy(
            () ->
                finish(
                    Map.of(
                        "state", answer.get("state"),
                        "code", answer.get("code"),
                        "iss", "https://evil.example")))
        .hasMessageContaining("another provider");
  }

  @Test
  void tokens_can_be_forgotten() {
    MailboxId id = register().id();
    consent(id);
    here.consents(
        consents -> {
          consents.forget(id);
          return null;
        });

    assertThat(state(id).state()).isEqualTo(ConsentState.AWAITED);
    assertThatThrownBy(() -> here.access(access -> access.account(id)))
        .isInstanceOf(TokenTrouble.class);
  }

  @Test
  void what_expires_is_counted_down() {
    MailboxId id = register().id();

    assertThat(state(id).daysOfSecret()).isEqualTo(70);
    assertThat(state(id).daysOfConsent()).isNull();
  }

  @Test
  void a_consent_whose_end_the_provider_tells_is_counted_down_and_listed() {
    MailboxId id = register().id();
    Map<String, String> answer = AuthorizationServer.consent(start(id));
    provider.endsConsentAfter(Duration.ofDays(90));
    finish(answer);

    Instant end = state(id).refreshTokenExpires();
    assertThat(state(id).daysOfConsent()).isEqualTo(90);
    assertThat(here.consentsEndingBefore(end.plusSeconds(1)))
        .containsExactly(new Expiry(id, Expiry.Kind.CONSENT, "consent", end));
    assertThat(here.consentsEndingBefore(end)).isEmpty();
  }

  @Test
  void a_mailbox_that_needs_none_is_not_led_anywhere() {
    MailboxId application =
        here.call(
                mailboxes ->
                    mailboxes.register(
                        OAuthFixture.byOAuth2(
                                Drafts.output().name("app"),
                                OAuthGrant.CLIENT_CREDENTIALS,
                                provider.issuer())
                            .draft()))
            .id();
    MailboxId password = here.call(mailboxes -> mailboxes.register(Drafts.input().draft())).id();

    assertThat(state(application).state()).isEqualTo(ConsentState.NOT_NEEDED);
    assertThatThrownBy(() -> start(application)).isInstanceOf(ConsentRefused.class);
    assertThatThrownBy(() -> start(password)).isInstanceOf(ConsentRefused.class);
    assertThatThrownBy(() -> state(password)).isInstanceOf(ConsentRefused.class);
    assertThatThrownBy(() -> state(new MailboxId(77))).isInstanceOf(MailboxNotFound.class);
  }

  @Test
  void the_client_secret_goes_in_and_never_comes_out() {
    MailboxView box = register();

    assertThat(box.oauth().hasClientSecret()).isTrue();
    assertThat(box.toString()).doesNotContain("client-secret-1");
    assertThat(here.audited)
        .noneMatch(line -> line.contains("client-secret-1"))
        .anyMatch(line -> line.contains("clientSecret: set"));

    MailboxView same =
        here.call(
            mailboxes ->
                mailboxes.change(
                    box.id(), drafts().oauth(withSecret(null)).draft(), Optional.empty()));
    assertThat(same.version()).isEqualTo(box.version());
    assertThat(same.oauth().hasClientSecret()).isTrue();
  }

  private OAuthDraft withSecret(String secret) {
    return OAuthFixture.draft(OAuthGrant.AUTHORIZATION_CODE, provider.issuer(), secret);
  }

  private Drafts drafts() {
    return OAuthFixture.byOAuth2(Drafts.input(), OAuthGrant.AUTHORIZATION_CODE, provider.issuer());
  }

  private MailboxView register() {
    return here.call(mailboxes -> mailboxes.register(drafts().draft()));
  }

  private MailboxId consent(MailboxId id) {
    provider.signsInAs(AuthorizationServer.ACCOUNT);
    return finish(AuthorizationServer.consent(start(id)));
  }

  private URI start(MailboxId id) {
    return here.consents(consents -> consents.start(id, Optional.of(SESSION)));
  }

  private MailboxId finish(Map<String, String> answer) {
    return finish(answer, SESSION);
  }

  private MailboxId finish(Map<String, String> answer, String session) {
    ConsentAnswer said =
        new ConsentAnswer(
            answer.get("state"),
            answer.get("code"),
            answer.get("error"),
            answer.get("error_description"),
            answer.get("iss"));
    return here.consents(consents -> consents.finish(said, session));
  }

  private ConsentView state(MailboxId id) {
    return here.consents(consents -> consents.stateOf(id));
  }
}
