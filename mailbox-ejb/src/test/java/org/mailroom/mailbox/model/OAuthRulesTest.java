package org.mailroom.mailbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.OAuthDraft;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.vault.Secret;

class OAuthRulesTest {
  private static final String GOOGLE = "https://accounts.google.com";

  @ParameterizedTest
  @ValueSource(
      strings = {
        GOOGLE,
        "https://login.microsoftonline.com/organizations/v2.0",
        "https://id.example:8443/realms/xpto/.well-known/openid-configuration",
        "http://localhost:8080/xpto",
        "http://127.0.0.1:8080"
      })
  void an_issuer_is_an_https_address_or_on_this_machine(String issuer) {
    assertThat(problems(OAuthGrant.AUTHORIZATION_CODE, issuer, "client", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts.google.com",
        "http://accounts.google.com",
        "ftp://x.example",
        "https://x.example?a=b",
        "https://x.example#a",
        "https://user@x.example",
        "https://x .example",
        "https://",
        "javascript:alert(1)"
      })
  void what_is_no_such_address_is_refused(String issuer) {
    assertThat(problems(OAuthGrant.AUTHORIZATION_CODE, issuer, "client", null))
        .containsExactly("OAUTH_ISSUER_SYNTAX");
  }

  @Test
  void all_that_is_missing_is_told() {
    assertThat(problems(null, null, null, null))
        .containsExactly("OAUTH_GRANT_MISSING", "OAUTH_ISSUER_MISSING", "OAUTH_CLIENT_ID_MISSING");
    assertThat(problems(OAuthGrant.SERVICE_ACCOUNT, GOOGLE, null, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "cl\u00efent, , OAUTH_CLIENT_ID_CHARACTERS",
    "client, 'a\"b', OAUTH_SCOPE_CHARACTERS",
    "client, 'a\u00fc', OAUTH_SCOPE_CHARACTERS"
  })
  void odd_characters_are_refused(String client, String scope, String code) {
    assertThat(problems(OAuthGrant.CLIENT_CREDENTIALS, GOOGLE, client, scope))
        .containsExactly(code);
  }

  @Test
  void what_is_too_long_is_refused() {
    assertThat(
            problems(
                OAuthGrant.CLIENT_CREDENTIALS,
                GOOGLE + "/" + "x".repeat(500),
                "c".repeat(256),
                "s".repeat(1001)))
        .containsExactly("OAUTH_ISSUER_LENGTH", "OAUTH_CLIENT_ID_LENGTH", "OAUTH_SCOPE_LENGTH");
  }

  @Test
  void an_application_needs_its_secret_and_a_person_need_not() {
    assertThat(ofNew(OAuthGrant.CLIENT_CREDENTIALS, null)).contains("OAUTH_CLIENT_SECRET_MISSING");
    assertThat(ofNew(OAuthGrant.SERVICE_ACCOUNT, "")).contains("OAUTH_CLIENT_SECRET_MISSING");
    assertThat(ofNew(OAuthGrant.AUTHORIZATION_CODE, null)).isEmpty();
    assertThat(ofNew(OAuthGrant.CLIENT_CREDENTIALS, "s")).isEmpty();
  }

  @Test
  void a_paused_mailbox_may_wait_for_its_secret_but_is_not_tried_without() {
    MailboxDraft draft =
        drafts()
            .oauth(
                new OAuthDraft(
                    OAuthGrant.CLIENT_CREDENTIALS, GOOGLE, "client", null, false, null, null))
            .active(false)
            .draft();
    MailboxSettings paused = MailboxSettings.of(draft);

    assertThat(ClientSecretRule.of(draft).problem(paused, Optional.empty())).isEmpty();
    assertThat(ClientSecretRule.of(draft).problem(paused.activated(), Optional.empty()))
        .map(Problem::code)
        .contains("OAUTH_CLIENT_SECRET_MISSING");
    assertThat(ClientSecretRule.of(draft).problemOfTrying(paused, Optional.empty()))
        .map(Problem::code)
        .contains("OAUTH_CLIENT_SECRET_MISSING");
  }

  @Test
  void a_secret_must_be_one() {
    assertThat(ofNew(OAuthGrant.CLIENT_CREDENTIALS, "a\nb"))
        .contains("OAUTH_CLIENT_SECRET_CHARACTERS");
    assertThat(ofNew(OAuthGrant.CLIENT_CREDENTIALS, "x".repeat(10_001)))
        .contains("OAUTH_CLIENT_SECRET_LENGTH");
    assertThat(ofNew(OAuthGrant.SERVICE_ACCOUNT, "{\"type\": \"service_account\"}"))
        .contains("OAUTH_CLIENT_SECRET_KEY");
    assertThat(ofNew(OAuthGrant.SERVICE_ACCOUNT, "no json")).contains("OAUTH_CLIENT_SECRET_KEY");
  }

  @Test
  void the_stored_secret_is_kept_for_the_same_issuer_and_client_only() {
    assertThat(ofChange("https://accounts.google.com", "client", null)).isEmpty();
    assertThat(ofChange("https://accounts.google.com", "client", "")).isEmpty();
    assertThat(ofChange("https://evil.example", "client", null))
        .contains("OAUTH_CLIENT_SECRET_AGAIN");
    assertThat(ofChange("https://accounts.google.com", "other", null))
        .contains("OAUTH_CLIENT_SECRET_AGAIN");
    assertThat(ofChange("https://evil.example", "client", "new")).isEmpty();
  }

  @Test
  void the_same_holds_for_trying_and_without_the_need_of_one() {
    Mailbox stored = stored(OAuthGrant.AUTHORIZATION_CODE);
    MailboxDraft draft =
        draft(OAuthGrant.AUTHORIZATION_CODE, "https://evil.example", "client", null);

    assertThat(ClientSecretRule.of(draft).problem(MailboxSettings.of(draft), Optional.of(stored)))
        .map(Problem::code)
        .contains("OAUTH_CLIENT_SECRET_AGAIN");
  }

  private static List<String> problems(
      OAuthGrant grant, String issuer, String client, String scope) {
    OAuthDraft oauth = new OAuthDraft(grant, issuer, client, null, false, scope, null);
    MailboxDraft draft = drafts().oauth(oauth).draft();
    return MailboxRules.problems(MailboxSettings.of(draft)).stream().map(Problem::code).toList();
  }

  private static Optional<String> ofNew(OAuthGrant grant, String secret) {
    MailboxDraft draft = draft(grant, GOOGLE, "client", secret);
    return ClientSecretRule.of(draft)
        .problem(MailboxSettings.of(draft), Optional.empty())
        .map(Problem::code);
  }

  private static Optional<String> ofChange(String issuer, String client, String secret) {
    MailboxDraft draft = draft(OAuthGrant.CLIENT_CREDENTIALS, issuer, client, secret);
    Mailbox stored = stored(OAuthGrant.CLIENT_CREDENTIALS);
    return ClientSecretRule.of(draft)
        .problem(MailboxSettings.of(draft), Optional.of(stored))
        .map(Problem::code);
  }

  private static Mailbox stored(OAuthGrant grant) {
    MailboxDraft draft = draft(grant, GOOGLE, "client", "secret");
    Mailbox stored = Mailbox.of(MailboxSettings.of(draft), Instant.parse("2026-11-22T12:00:00Z"));
    stored.keepClientSecret(new byte[] {1});
    return stored;
  }

  private static MailboxDraft draft(OAuthGrant grant, String issuer, String client, String secret) {
    Secret given = secret == null ? null : Secret.of(secret);
    return drafts().oauth(new OAuthDraft(grant, issuer, client, given, false, null, null)).draft();
  }

  private static Drafts drafts() {
    return Drafts.input().password(null).authentication(Authentication.OAUTH2);
  }
}
