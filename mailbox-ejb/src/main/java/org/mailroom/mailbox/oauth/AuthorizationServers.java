package org.mailroom.mailbox.oauth;

import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.OAuthGrant;
import org.mailroom.mailbox.TokenTrouble;
import org.mailroom.mailbox.http.GuardedHttp;
import org.mailroom.mailbox.model.ConsentRequest;
import org.mailroom.mailbox.model.Granted;
import org.mailroom.mailbox.model.OAuthClient;

/**
 * Asks authorisation servers for tokens. Takes no transaction; thread-safe. Each call may take half
 * a minute if the server is slow.
 */
@ApplicationScoped
public class AuthorizationServers {
  private GuardedSender sender;
  private Discovery discovery;
  private Answers answers;
  private Clock clock;

  /** For the container's proxy. */
  protected AuthorizationServers() {}

  @Inject
  public AuthorizationServers(GuardedHttp http, Clock clock) {
    this.sender = new GuardedSender(http);
    this.discovery = new Discovery(http);
    this.answers = new Answers(sender, clock);
    this.clock = clock;
  }

  /**
   * Signs in as the application or a service account.
   *
   * @throws TokenTrouble if no token is granted
   */
  public Granted signIn(OAuthClient client) {
    AuthorizationServerMetadata server = discovery.of(client.issuer());
    Scope scope = Scopes.of(client, server);
    if (client.grant() == OAuthGrant.CLIENT_CREDENTIALS) {
      if (client.secret().isEmpty()) {
        throw new TokenTrouble(Trouble.SETTINGS, "There is no client secret. Enter it again.");
      }
      return ask(server, client, new ClientCredentialsGrant(), scope);
    }
    URI endpoint = server.getTokenEndpointURI();
    var grant =
        new JWTBearerGrant(key(client).assertion(client.user(), scope, endpoint, clock.instant()));
    return answers.granted(server, client, send(new TokenRequest.Builder(endpoint, grant)), null);
  }

  private static ServiceAccountKey key(OAuthClient client) {
    return client
        .secret()
        .flatMap(json -> ServiceAccountKey.parse(json.reveal()))
        .orElseThrow(
            () ->
                new TokenTrouble(
                    Trouble.SETTINGS,
                    "There is no usable key of the service account. Enter its JSON again."));
  }

  /**
   * Gets new tokens for those of a consent.
   *
   * @throws TokenTrouble if none is granted
   */
  public Granted refresh(OAuthClient client, org.mailroom.vault.Secret refreshToken) {
    var grant = new RefreshTokenGrant(new RefreshToken(refreshToken.reveal()));
    return ask(discovery.of(client.issuer()), client, grant, null);
  }

  /**
   * Where a person signs in and consents (RFC 6749 4.1.1, RFC 7636 with S256).
   *
   * @throws TokenTrouble if the server is not to be found or asks nobody
   */
  public URI consentAddress(OAuthClient client, ConsentRequest request) {
    AuthorizationServerMetadata server = discovery.of(client.issuer());
    if (server.getAuthorizationEndpointURI() == null) {
      throw new TokenTrouble(
          Trouble.SETTINGS, client.issuer() + " lets nobody consent in a browser.");
    }
    AuthorizationRequest.Builder address =
        new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.clientId()))
            .endpointURI(server.getAuthorizationEndpointURI())
            .redirectionURI(request.redirect())
            .scope(Scopes.of(client, server))
            .state(new State(request.state()))
            .codeChallenge(new CodeVerifier(request.verifier().reveal()), CodeChallengeMethod.S256)
            .customParameter("nonce", request.nonce())
            .customParameter("login_hint", client.user());
    if (Issuers.isGoogle(client.issuer())) {
      // or it gives no refresh token to an account that has consented before
      address.customParameter("access_type", "offline").customParameter("prompt", "consent");
    }
    return address.build().toURI();
  }

  /**
   * Exchanges the code of a consent for tokens.
   *
   * @throws TokenTrouble if none is granted
   */
  public Granted exchange(OAuthClient client, ConsentRequest request, String code) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code),
            request.redirect(),
            new CodeVerifier(request.verifier().reveal()));
    AuthorizationServerMetadata server = discovery.of(client.issuer());
    return answers.granted(server, client, respond(server, client, grant, null), request.nonce());
  }

  /** Whether an answer that names its issuer names this one (RFC 9207). */
  public boolean isIssuer(OAuthClient client, String stated) {
    return Issuers.same(stated, discovery.of(client.issuer()).getIssuer().getValue());
  }

  private Granted ask(
      AuthorizationServerMetadata server,
      OAuthClient client,
      AuthorizationGrant grant,
      Scope scope) {
    return answers.granted(server, client, respond(server, client, grant, scope), null);
  }

  private AccessTokenResponse respond(
      AuthorizationServerMetadata server,
      OAuthClient client,
      AuthorizationGrant grant,
      Scope scope) {
    URI endpoint = server.getTokenEndpointURI();
    Optional<ClientAuthentication> authentication =
        client.secret().map(secret -> authentication(server, client, secret));
    TokenRequest.Builder request =
        authentication.isPresent()
            ? new TokenRequest.Builder(endpoint, authentication.get(), grant)
            : new TokenRequest.Builder(endpoint, new ClientID(client.clientId()), grant);
    return send(scope == null ? request : request.scope(scope));
  }

  private static ClientAuthentication authentication(
      AuthorizationServerMetadata server, OAuthClient client, org.mailroom.vault.Secret secret) {
    ClientID id = new ClientID(client.clientId());
    List<ClientAuthenticationMethod> methods = server.getTokenEndpointAuthMethods();
    // a server that states none takes the header (RFC 8414 2)
    return methods != null && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        ? new ClientSecretPost(id, new Secret(secret.reveal()))
        : new ClientSecretBasic(id, new Secret(secret.reveal()));
  }

  private AccessTokenResponse send(TokenRequest.Builder builder) {
    TokenRequest request = builder.build();
    try {
      var answer = request.toHTTPRequest().send(sender);
      return answers.success(answer.getStatusCode(), TokenResponse.parse(answer));
    } catch (ForbiddenTarget forbidden) {
      throw new TokenTrouble(Trouble.SETTINGS, forbidden.getMessage(), forbidden);
    } catch (IOException e) {
      throw Unreachable.trouble(request.getEndpointURI(), e);
    } catch (ParseException e) {
      throw new TokenTrouble(
          Trouble.SERVER, "The authorisation server's answer makes no sense: " + e.getMessage(), e);
    }
  }
}
