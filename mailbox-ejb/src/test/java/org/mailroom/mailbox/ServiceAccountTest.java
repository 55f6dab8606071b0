package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.environment.SettableClock;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.model.Granted;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.mailbox.oauth.AuthorizationServers;
import org.mailroom.vault.Secret;

/** A service account signs for the mailbox's user (RFC 7523), at a server that plays Google. */
class ServiceAccountTest {
  private static final String SCOPE = "https://mail.google.com/";
  private static final String ROBOT = "desk@project.iam.gserviceaccount.com";

  private final AuthorizationServer google = new AuthorizationServer();
  private final SettableClock clock = new SettableClock();
  private final AuthorizationServers servers = OAuthFixture.servers(clock);
  private final KeyPair keys = keys();

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void asks_in_the_name_of_the_user_by_an_assertion_that_it_has_signed() throws Exception {
    Granted granted = servers.signIn(client(keyFile()));

    assertThat(granted.access().reveal()).isNotEmpty();
    assertThat(granted.refresh()).isNull();
    Map<String, String> asked = google.tokenRequest();
    assertThat(asked)
        .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
        .doesNotContainKeys("client_id", "client_secret");
    SignedJWT assertion = SignedJWT.parse(asked.get("assertion"));
    assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic()))).isTrue();
    assertThat(assertion.getHeader().getKeyID()).isEqualTo("key-7");
    JWTClaimsSet claims = assertion.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(ROBOT);
    assertThat(claims.getSubject()).isEqualTo(AuthorizationServer.ACCOUNT);
    assertThat(claims.getStringClaim("scope")).isEqualTo(SCOPE);
    assertThat(claims.getAudience()).containsExactly(google.issuer() + "/token");
    assertThat(claims.getIssueTime()).isEqualTo(clock.instant());
    assertThat(Duration.between(clock.instant(), claims.getExpirationTime().toInstant()))
        .isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void the_words_of_the_provider_say_what_is_not_delegated() {
    google.refuses(401, "unauthorized_client", "Client is unauthorized to retrieve access tokens.");

    assertThatThrownBy(() -> servers.signIn(client(keyFile())))
        .isInstanceOfSatisfying(
            TokenTrouble.class, told -> assertThat(told.trouble()).isEqualTo(Trouble.SETTINGS))
        .hasMessageContaining("Client is unauthorized to retrieve access tokens.");
  }

  @Test
  void without_a_key_that_can_be_used_nothing_is_asked() {
    assertThatThrownBy(() -> servers.signIn(client("{\"client_email\": \"x\"}")))
        .hasMessageContaining("no usable key");
    assertThat(google.tokenRequests()).isZero();
  }

  private OAuthClient client(String key) {
    OAuthDraft draft =
        new OAuthDraft(
            OAuthGrant.SERVICE_ACCOUNT, google.issuer(), null, Secret.of(key), false, SCOPE, null);
    MailboxSettings settings =
        MailboxSettings.of(
            OAuthFixture.byOAuth2(Drafts.input(), OAuthGrant.SERVICE_ACCOUNT, google.issuer())
                .oauth(draft)
                .draft());
    return OAuthClient.of(settings, Optional.of(Secret.of(key)));
  }

  /** As Google hands it out. */
  private String keyFile() {
    String pem =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(keys.getPrivate().getEncoded());
    return """
        {"type": "service_account", "client_email": "%s", "private_key_id": "key-7",
         "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"}"""
        .formatted(ROBOT, pem.replace("\n", "\\n"));
  }
}
