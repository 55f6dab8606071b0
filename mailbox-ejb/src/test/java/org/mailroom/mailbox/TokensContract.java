package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.ClientSecretRule;
import org.mailroom.mailbox.model.ConsentRequest;
import org.mailroom.mailbox.model.Granted;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.MailboxToken;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.vault.Secret;
import org.mailroom.vault.TestVault;
import org.mailroom.vault.Vault;

/** What holds for tokens on every database that Mailroom runs on, against a real server. */
abstract class TokensContract {
  private static final int USERS = 10;

  private final AuthorizationServer provider = new AuthorizationServer();
  private final SettableClock clock = new SettableClock();
  private TestDatabase database;
  private HeldTokens held;
  private Vault vault;
  private Tokens oneNode;
  private Tokens otherNode;

  abstract TestDatabase open();

  @BeforeEach
  void start(@TempDir Path directory) {
    database = open();
    vault = TestVault.in(directory);
    held = OAuthFixture.held(database, database.entityManager("mailbox"));
    oneNode = OAuthFixture.tokens(held, vault, clock);
    otherNode = OAuthFixture.tokens(held, vault, clock);
  }

  @AfterEach
  void close() {
    provider.close();
    database.close();
  }

  @Test
  void a_token_is_asked_for_once_and_kept_for_all_nodes() {
    Mailbox mailbox = add(OAuthGrant.CLIENT_CREDENTIALS);

    Secret token = oneNode.of(mailbox);

    assertThat(otherNode.of(mailbox)).isEqualTo(token);
    clock.pass(Duration.ofMinutes(54));
    assertThat(oneNode.of(mailbox)).isEqualTo(token);
    assertThat(provider.tokenRequests()).isOne();
  }

  @Test
  void it_is_renewed_when_less_than_five_minutes_are_left() {
    Mailbox mailbox = add(OAuthGrant.CLIENT_CREDENTIALS);
    Secret first = oneNode.of(mailbox);

    clock.pass(Duration.ofMinutes(56));

    assertThat(oneNode.of(mailbox)).isNotEqualTo(first);
    assertThat(provider.tokenRequests()).isEqualTo(2);
  }

  @Test
  void ten_users_of_a_mailbox_on_two_nodes_cause_one_refresh() throws Exception {
    Mailbox mailbox = consented();
    Secret first = oneNode.of(mailbox);
    provider.tokenRequests();
    clock.pass(Duration.ofMinutes(57));

    Set<Secret> tokens = atOnce(mailbox);

    assertThat(tokens).hasSize(1).doesNotContain(first);
    assertThat(provider.tokenRequests()).isOne();
  }

  private Set<Secret> atOnce(Mailbox mailbox) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(USERS);
    try {
      List<Callable<Secret>> users = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        Tokens node = i % 2 == 0 ? oneNode : otherNode;
        users.add(() -> node.of(mailbox));
      }
      Set<Secret> tokens = new HashSet<>();
      for (Future<Secret> user : threads.invokeAll(users)) {
        tokens.add(user.get());
      }
      return tokens;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_rotated_refresh_token_is_kept_with_the_access_token_it_came_with() {
    Mailbox mailbox = consented();
    for (int hour = 0; hour < 3; hour++) {
      byte[] before = stored(mailbox).sealedRefresh().orElseThrow();
      clock.pass(Duration.ofHours(1));
      // the server takes each refresh token once: an old one would be refused
      otherNode.of(mailbox);
      assertThat(stored(mailbox).sealedRefresh().orElseThrow()).isNotEqualTo(before);
    }
  }

  @Test
  void a_revoked_consent_is_told_and_not_asked_for_again() {
    Mailbox mailbox = consented();
    clock.pass(Duration.ofHours(1));
    provider.tokenRequests();
    provider.refuses(400, "invalid_grant", "Token has been expired or revoked.");

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> oneNode.of(mailbox))
          .isInstanceOfSatisfying(
              TokenTrouble.class, told -> assertThat(told.trouble()).isEqualTo(Trouble.CONSENT))
          .hasMessageContaining("sign in at the provider again")
          .hasMessageContaining("expired or revoked");
    }
    assertThat(provider.tokenRequests()).isOne();
    assertThat(stored(mailbox).isLost()).isTrue();
  }

  @Test
  void a_client_that_is_refused_may_be_put_right_at_the_provider() {
    Mailbox mailbox = add(OAuthGrant.CLIENT_CREDENTIALS);
    provider.refuses(401, "invalid_client", "AADSTS7000222: The client secret is expired.");

    assertThatThrownBy(() -> oneNode.of(mailbox))
        .isInstanceOfSatisfying(
            TokenTrouble.class, told -> assertThat(told.trouble()).isEqualTo(Trouble.SETTINGS))
        .hasMessageContaining("or the secret has expired")
        .hasMessageContaining("AADSTS7000222");
    assertThat(stored(mailbox).trouble()).contains("AADSTS7000222");

    assertThat(oneNode.of(mailbox).reveal()).isNotEmpty();
    assertThat(stored(mailbox).trouble()).isNull();
  }

  @Test
  void while_the_provider_is_away_the_token_at_hand_serves_to_its_end() {
    Mailbox mailbox = add(OAuthGrant.CLIENT_CREDENTIALS);
    Secret token = oneNode.of(mailbox);

    clock.pass(Duration.ofMinutes(57));
    provider.refuses(503, "temporarily_unavailable", "later");
    assertThat(oneNode.of(mailbox)).isEqualTo(token);

    clock.pass(Duration.ofMinutes(4));
    provider.refuses(503, "temporarily_unavailable", "later");
    assertThatThrownBy(() -> oneNode.of(mailbox))
        .isInstanceOfSatisfying(
            TokenTrouble.class, told -> assertThat(told.trouble()).isEqualTo(Trouble.SERVER));
  }

  @Test
  void a_refused_token_is_replaced_once() {
    Mailbox mailbox = consented();
    Secret first = oneNode.of(mailbox);

    assertThat(oneNode.insteadOf(mailbox, first)).isEmpty(); // it is new: its age is not the fault
    clock.pass(Duration.ofMinutes(10));
    Secret second = oneNode.insteadOf(mailbox, first).orElseThrow();

    assertThat(second).isNotEqualTo(first);
    assertThat(otherNode.insteadOf(mailbox, first)).contains(second);
    assertThat(oneNode.insteadOf(mailbox, second)).isEmpty();
  }

  @Test
  void nobody_gets_a_token_before_a_person_has_consented() {
    Mailbox mailbox = add(OAuthGrant.AUTHORIZATION_CODE);

    assertThatThrownBy(() -> oneNode.of(mailbox))
        .isInstanceOfSatisfying(
            TokenTrouble.class, told -> assertThat(told.wantsConsent()).isTrue())
        .hasMessageContaining("Nobody has signed in at the provider yet");
    assertThat(provider.tokenRequests()).isZero();
  }

  @Test
  void tokens_of_one_client_are_no_good_for_another() {
    Mailbox mailbox = consented();
    in(
        store -> {
          Mailbox changed = store.find(mailbox.id()).orElseThrow();
          changed.change(
              MailboxSettings.of(
                  OAuthFixture.byOAuth2(
                          Drafts.input(), OAuthGrant.AUTHORIZATION_CODE, provider.issuer())
                      .user("other@xpto.example")
                      .draft()),
              clock.instant());
          return null;
        });
    Mailbox changed = in(store -> store.find(mailbox.id()).orElseThrow());
    prepare(changed);

    assertThatThrownBy(() -> oneNode.of(changed)).hasMessageContaining("Nobody has signed in");
    assertThat(stored(mailbox).sealedRefresh()).isEmpty();
  }

  @Test
  void the_database_holds_tokens_sealed() {
    Mailbox mailbox = consented();
    Secret token = oneNode.of(mailbox);

    byte[] sealed = stored(mailbox).sealedAccess().orElseThrow();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
        .doesNotContain(token.reveal().substring(0, 10));
  }

  @Test
  void two_nodes_never_hold_the_right_to_refresh_at_once() {
    Mailbox mailbox = consented();
    Instant now = clock.instant();

    assertThat(held.hold(mailbox.id(), "one", now, now.plusSeconds(60))).isTrue();
    assertThat(held.hold(mailbox.id(), "two", now, now.plusSeconds(60))).isFalse();
    assertThat(held.settle(mailbox.id(), "two", token -> {})).isFalse();
    // one has died
    assertThat(held.hold(mailbox.id(), "two", now.plusSeconds(61), now.plusSeconds(120))).isTrue();
    assertThat(held.settle(mailbox.id(), "one", token -> {})).isFalse();
    assertThat(held.settle(mailbox.id(), "two", token -> {})).isTrue();
  }

  private Mailbox consented() {
    Mailbox mailbox = add(OAuthGrant.AUTHORIZATION_CODE);
    OAuthClient client = oneNode.clientSecrets.clientOf(mailbox);
    ConsentRequest request =
        new ConsentRequest(
            "state", "nonce", Secret.of("v".repeat(48)), URI.create("http://127.0.0.1/callback"));
    provider.signsInAs(AuthorizationServer.ACCOUNT);
    String code =
        AuthorizationServer.consent(oneNode.servers.consentAddress(client, request)).get("code");
    Granted granted = oneNode.servers.exchange(client, request, code);
    held.change(
        mailbox.id(),
        client.fingerprint(),
        token ->
            token.consented(
                OAuthFixture.seals(vault).seal(mailbox.id(), granted),
                granted.account(),
                "ana",
                clock.instant()));
    assertThat(granted.account()).isEqualTo(AuthorizationServer.ACCOUNT);
    return mailbox;
  }

  private Mailbox add(OAuthGrant grant) {
    MailboxDraft draft = OAuthFixture.byOAuth2(Drafts.input(), grant, provider.issuer()).draft();
    Mailbox mailbox =
        in(
            store -> {
              Mailbox added = Mailbox.of(MailboxSettings.of(draft), clock.instant());
              store.add(added);
              oneNode.clientSecrets.take(added, ClientSecretRule.of(draft));
              return added;
            });
    prepare(mailbox);
    return mailbox;
  }

  private void prepare(Mailbox mailbox) {
    database.transaction(
        "mailbox",
        running -> {
          OAuthFixture.tokens(OAuthFixture.held(database, running), vault, clock).prepare(mailbox);
          return null;
        });
  }

  private MailboxToken stored(Mailbox mailbox) {
    return held.find(mailbox.id()).orElseThrow();
  }

  private <T> T in(Function<MailboxStore, T> work) {
    return database.transaction("mailbox", entities -> work.apply(new MailboxStore(entities)));
  }
}
