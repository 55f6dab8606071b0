package org.mailroom.oidc.nimbus;

import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.oidc.Arrival;
import org.mailroom.oidc.Departure;
import org.mailroom.oidc.Handshake;
import org.mailroom.oidc.OidcSettings;
import org.mailroom.oidc.ProviderTrouble;

/** The authorisation code flow with PKCE against one provider. Thread-safe. */
public final class OidcClient {
  private static final int LIMIT = (int) Duration.ofSeconds(10).toMillis();
  private static final Duration MEMORY = Duration.ofHours(1);

  /** What the provider says of itself, and until when we believe it. */
  private record Known(OIDCProviderMetadata metadata, IdTokens tokens, Instant until) {}

  private final OidcSettings settings;
  private final Clock clock;
  private volatile Known known;

  public OidcClient(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public Departure depart() {
    var handshake =
        new Handshake(
            new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue());
    var request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(settings.scopes().toArray(String[]::new)),
                new ClientID(settings.client()),
                settings.callback())
            .endpointURI(provider().metadata().getAuthorizationEndpointURI())
            .state(new State(handshake.state()))
            .nonce(new Nonce(handshake.nonce()))
            .codeChallenge(new CodeVerifier(handshake.verifier()), CodeChallengeMethod.S256)
            .build();
    return new Departure(request.toURI(), handshake);
  }

  public Arrival arrive(URI answer, Handshake handshake) {
    try {
      AuthorizationCode code = code(AuthenticationResponseParser.parse(answer), handshake);
      JWT token = exchange(code, handshake);
      return new Arrival(
          provider().tokens().identity(token, new Nonce(handshake.nonce())), token.serialize());
    } catch (ParseException | IOException e) {
      throw new ProviderTrouble("its answer cannot be read.", e);
    }
  }

  private static AuthorizationCode code(AuthenticationResponse response, Handshake handshake) {
    if (!new State(handshake.state()).equals(response.getState())) {
      throw new ProviderTrouble("the answer belongs to no log-in of this browser.", null);
    }
    if (!response.indicatesSuccess()) {
      String refusal = response.toErrorResponse().getErrorObject().getCode();
      throw new ProviderTrouble("it refused (%s).".formatted(refusal), null);
    }
    return response.toSuccessResponse().getAuthorizationCode();
  }

  private JWT exchange(AuthorizationCode code, Handshake handshake)
      throws IOException, ParseException {
    var grant =
        new AuthorizationCodeGrant(
            code, settings.callback(), new CodeVerifier(handshake.verifier()));
    HTTPRequest call = request(grant).toHTTPRequest();
    call.setConnectTimeout(LIMIT);
    call.setReadTimeout(LIMIT);
    var response = OIDCTokenResponseParser.parse(call.send());
    if (!response.indicatesSuccess()) {
      String refusal = response.toErrorResponse().getErrorObject().getCode();
      throw new ProviderTrouble("it gave no token (%s).".formatted(refusal), null);
    }
    return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken();
  }

  private TokenRequest request(AuthorizationCodeGrant grant) {
    URI endpoint = provider().metadata().getTokenEndpointURI();
    var client = new ClientID(settings.client());
    if (settings.secret().isEmpty()) {
      return new TokenRequest.Builder(endpoint, client, grant).build();
    }
    var secret = new Secret(settings.secret().get().reveal());
    var authentication =
        takesOnlyPost()
            ? new ClientSecretPost(client, secret)
            : new ClientSecretBasic(client, secret);
    return new TokenRequest.Builder(endpoint, authentication, grant).build();
  }

  private boolean takesOnlyPost() {
    List<ClientAuthenticationMethod> ways = provider().metadata().getTokenEndpointAuthMethods();
    return ways != null
        && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
  }

  public Optional<URI> farewell(String idToken, URI back) {
    try {
      URI place = provider().metadata().getEndSessionEndpointURI();
      var hint = com.nimbusds.jwt.JWTParser.parse(idToken);
      return Optional.ofNullable(place)
          .map(end -> new LogoutRequest(end, hint, back, new State()).toURI());
    } catch (ProviderTrouble | java.text.ParseException none) {
      return Optional.empty();
    }
  }

  private Known provider() {
    Known present = known;
    if (present == null || !clock.instant().isBefore(present.until())) {
      present = ask();
      known = present;
    }
    return present;
  }

  private Known ask() {
    try {
      var issuer = new Issuer(settings.issuer());
      var metadata = OIDCProviderMetadata.resolve(issuer, LIMIT, LIMIT);
      var tokens = new IdTokens(metadata, settings, LIMIT);
      return new Known(metadata, tokens, clock.instant().plus(MEMORY));
    } catch (GeneralException | IOException e) {
      throw new ProviderTrouble("it does not answer as OpenID Connect asks.", e);
    }
  }
}
