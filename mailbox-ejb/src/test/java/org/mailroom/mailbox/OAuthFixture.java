package org.mailroom.mailbox;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.http.GuardedHttp;
import org.mailroom.mailbox.jpa.TokenStore;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.oauth.AuthorizationServers;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/** Parts of the sign-in by OAuth2, put together by hand as the container would. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
final class OAuthFixture {
  private OAuthFixture() {}

  static Drafts byOAuth2(Drafts drafts, OAuthGrant grant, String issuer) {
    return drafts
        .user(AuthorizationServer.ACCOUNT)
        .password(null)
        .authentication(Authentication.OAUTH2)
        .oauth(draft(grant, issuer, "client-secret-1"));
  }

  static OAuthDraft draft(OAuthGrant grant, String issuer, String secret) {
    return new OAuthDraft(
        grant,
        issuer,
        "mailroom",
        secret == null ? null : Secret.of(secret),
        false,
        null,
        LocalDate.of(2027, 1, 31));
  }

  /**
   * @param running whose transaction is joined where the port says so
   */
  static HeldTokens held(TestDatabase database, EntityManager running) {
    HeldTokens joining = new TokenStore(running);
    return (HeldTokens)
        Proxy.newProxyInstance(
            HeldTokens.class.getClassLoader(),
            new Class<?>[] {HeldTokens.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "prepare", "remove", "endingBefore", "endingOf" ->
                      invoke(() -> method.invoke(joining, arguments));
                  default ->
                      database.transaction(
                          "mailbox",
                          own -> invoke(() -> method.invoke(new TokenStore(own), arguments)));
                });
  }

  private interface Call {
    Object run() throws IllegalAccessException, InvocationTargetException;
  }

  private static Object invoke(Call call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  static AuthorizationServers servers(Clock clock) {
    Targets targets =
        new Targets(AllowedHosts.of(List.of("localhost", "127.0.0.1")), InetAddress::getAllByName);
    return new AuthorizationServers(new GuardedHttp(targets, Duration.ofSeconds(30)), clock);
  }

  /** Those of one node. */
  static Tokens tokens(HeldTokens held, Vault vault, Clock clock) {
    Tokens tokens = new Tokens();
    tokens.held = held;
    tokens.clientSecrets = new ClientSecrets();
    tokens.clientSecrets.vault = vault;
    tokens.seals = seals(vault);
    tokens.servers = servers(clock);
    tokens.clock = clock;
    return tokens;
  }

  static TokenSeals seals(Vault vault) {
    TokenSeals seals = new TokenSeals();
    seals.vault = vault;
    return seals;
  }
}
