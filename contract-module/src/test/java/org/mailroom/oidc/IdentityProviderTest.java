package org.mailroom.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Role;
import org.mailroom.environment.Environment;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.ExternalIdentity;

/** Against a real authorisation server in this JVM. */
class IdentityProviderTest {
  private final MockOAuth2Server server = new MockOAuth2Server();
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void start() {
    server.start();
    variables.put("MAILROOM_OIDC_ISSUER", server.issuerUrl("staff").toString());
    variables.put("MAILROOM_OIDC_CLIENT_ID", "mailroom");
    variables.put("MAILROOM_OIDC_CLIENT_SECRET", "s3cret");
  }

  @AfterEach
  void stop() {
    server.shutdown();
  }

  @Test
  void somebody_who_comes_back_is_who_the_provider_says() {
    variables.put("MAILROOM_OIDC_ROLES", "desk=operator");
    answers(
        "mailroom",
        Map.of("email", "ana@desk.example", "email_verified", true, "roles", List.of("desk")));

    Arrival arrival = throughTheBrowser(provider());

    assertThat(arrival.who())
        .isEqualTo(
            new ExternalIdentity(
                server.issuerUrl("staff").toString(),
                "subject-1",
                Optional.empty(),
                Optional.of(new EmailAddress("ana@desk.example")),
                Optional.empty(),
                Optional.of(Set.of(Role.OPERATOR))));
  }

  @Test
  void an_address_that_nobody_has_verified_counts_for_nothing() {
    answers("mailroom", Map.of("email", "boss@desk.example", "email_verified", false));

    assertThat(throughTheBrowser(provider()).who().email()).isEmpty();
  }

  @Test
  void a_token_for_another_application_is_not_trusted() {
    answers("mailroom", Map.of("aud", List.of("another")));

    assertThatThrownBy(() -> throughTheBrowser(provider()))
        .isInstanceOf(ProviderTrouble.class)
        .hasMessageContaining("not to be trusted");
  }

  @Test
  void an_expired_token_is_not_trusted() {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "staff", "subject-1", "JWT", List.of("mailroom"), Map.of(), -600));

    assertThatThrownBy(() -> throughTheBrowser(provider())).isInstanceOf(ProviderTrouble.class);
  }

  @Test
  void the_answer_to_another_handshake_is_refused() {
    IdentityProvider provider = provider();
    Departure mine = provider.depart();
    Departure theirs = provider.depart();
    URI answer = authorise(theirs);

    assertThatThrownBy(() -> provider.arrive(answer, mine.handshake()))
        .isInstanceOf(ProviderTrouble.class)
        .hasMessageContaining("no log-in of this browser");
    var nonceOfAnother =
        new Handshake(
            theirs.handshake().state(), mine.handshake().nonce(), theirs.handshake().verifier());
    answers("mailroom", Map.of());
    assertThatThrownBy(() -> provider.arrive(answer, nonceOfAnother))
        .isInstanceOf(ProviderTrouble.class);
  }

  @Test
  void a_provider_that_does_not_answer_is_told_as_such() {
    variables.put("MAILROOM_OIDC_ISSUER", "http://127.0.0.1:1/none");

    assertThatThrownBy(() -> provider().depart()).isInstanceOf(ProviderTrouble.class);
  }

  @Test
  void the_log_out_goes_on_at_the_provider() {
    answers("mailroom", Map.of());
    IdentityProvider provider = provider();
    Arrival arrival = throughTheBrowser(provider);

    assertThat(provider.farewell(arrival.idToken(), URI.create("http://127.0.0.1/login.xhtml")))
        .hasValueSatisfying(
            place -> assertThat(place.getQuery()).contains("post_logout_redirect_uri"));
  }

  private void answers(String audience, Map<String, Object> claims) {
    server.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "staff", "subject-1", "JWT", List.of(audience), claims, 3600));
  }

  private IdentityProvider provider() {
    var provider = new IdentityProvider();
    provider.environment = Environment.of(variables::get);
    provider.clock = Clock.systemUTC();
    provider.configure();
    return provider;
  }

  private static Arrival throughTheBrowser(IdentityProvider provider) {
    Departure departure = provider.depart();
    return provider.arrive(authorise(departure), departure.handshake());
  }

  private static URI authorise(Departure departure) {
    try {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(departure.provider()).build(),
                  HttpResponse.BodyHandlers.discarding());
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
