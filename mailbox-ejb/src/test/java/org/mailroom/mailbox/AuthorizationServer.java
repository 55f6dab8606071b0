package org.mailroom.mailbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import okhttp3.Headers;

/**
 * A real authorisation server in this JVM, which rotates refresh tokens: each is good for one use.
 */
final class AuthorizationServer implements AutoCloseable {
  static final String ACCOUNT = "support@xpto.example";
  private static final long AN_HOUR = 3600;

  private final Queue<OAuth2HttpResponse> scripted = new ConcurrentLinkedQueue<>();
  private final MockOAuth2Server server =
      new MockOAuth2Server(new OAuth2Config(false, null, null, true), new Scripted());

  AuthorizationServer() {
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  String issuer() {
    return server.issuerUrl("xpto").toString();
  }

  /** The next token is of somebody else. */
  AuthorizationServer signsInAs(String account) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "xpto", account, "JWT", List.of("mailroom"), Map.of("email", account), AN_HOUR));
    return this;
  }

  /** The next token is refused. */
  void refuses(int status, String error, String description) {
    answers(
        status, "{\"error\": \"%s\", \"error_description\": \"%s\"}".formatted(error, description));
  }

  /** The next token comes with the end of its consent, and without a word of who consented. */
  void endsConsentAfter(Duration time) {
    answers(
        200,
        """
        {"token_type": "Bearer", "access_token": "a", "expires_in": 3600,
         "refresh_token": "r", "refresh_token_expires_in": %d}"""
            .formatted(time.toSeconds()));
  }

  private void answers(int status, String json) {
    scripted.add(
        new OAuth2HttpResponse(Headers.of("Content-Type", "application/json"), status, json, null));
  }

  /** Comes before the server's own answers while there is something to say. */
  private final class Scripted implements Route {
    @Override
    public boolean match(OAuth2HttpRequest request) {
      return !scripted.isEmpty() && request.getUrl().encodedPath().endsWith("/token");
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      return scripted.remove();
    }
  }

  /** How many tokens have been asked for since the last time. */
  int tokenRequests() {
    int requests = 0;
    try {
      while (true) {
        String path = server.takeRequest(1, TimeUnit.MILLISECONDS).getPath();
        requests += String.valueOf(path).endsWith("/token") ? 1 : 0;
      }
    } catch (RuntimeException noMore) {
      return requests;
    }
  }

  /** Signs in and consents as a browser would; what the provider then says to the callback. */
  static Map<String, String> consent(URI authorization) {
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(authorization).build(),
                  HttpResponse.BodyHandlers.ofString());
      return parameters(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> parameters(URI address) {
    return Arrays.stream(address.getQuery().split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> pair[1], (one, other) -> other, LinkedHashMap::new));
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
