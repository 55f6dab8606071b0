package org.mailroom.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people and programs come into the running application, and how nobody else does. */
class LogInIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String ISSUER = "staff";
  private static final String CLIENT = "mailroom";

  @TempDir static Path directory;
  private static MockOAuth2Server provider;
  private static RunningMailroom mailroom;

  @BeforeAll
  static void start() {
    provider = new MockOAuth2Server();
    provider.start();
    mailroom =
        RunningMailroom.in(
            directory,
            Map.of(
                "MAILROOM_PROXIES", "1",
                "MAILROOM_OIDC_ISSUER", provider.issuerUrl(ISSUER).toString(),
                "MAILROOM_OIDC_CLIENT_ID", CLIENT,
                "MAILROOM_OIDC_CLIENT_SECRET", "s3cret",
                "MAILROOM_OIDC_ROLES_CLAIM", "groups",
                "MAILROOM_OIDC_ROLES", "desk=operator,boss=administrator"));
  }

  @AfterAll
  static void stop() {
    mailroom.close();
    provider.shutdown();
  }

  @Test
  void a_session_id_from_before_the_log_in_is_worth_nothing() {
    register("fixed", "operator");
    Visitor victim = visitor();
    victim.get("login.xhtml");
    String before = victim.cookie("JSESSIONID");

    HttpResponse<String> answer = victim.logIn("fixed", PASSWORD);

    assertThat(victim.isIn()).isTrue();
    assertThat(victim.cookie("JSESSIONID")).isNotEqualTo(before);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
        .last()
        .asString()
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax");
    Visitor attacker = visitor();
    attacker.takeOver(before);
    assertThat(attacker.isIn()).isFalse();
  }

  @Test
  void a_post_without_the_view_state_of_the_session_does_nothing() {
    register("forged", "administrator");
    Visitor person = visitor();
    person.logIn("forged", PASSWORD);
    String foreign = Visitor.viewState(visitor().get("login.xhtml"));

    person.post("person/form.xhtml", newPerson("by-nothing", ""));
    person.post("person/form.xhtml", newPerson("by-guess", "-1:2"));
    person.post("person/form.xhtml", newPerson("by-foreign", foreign));

    assertThat(mailroom.rest().total("persons?q=by-")).isZero();
    String own = Visitor.viewState(person.get("person/form.xhtml"));
    person.post("person/form.xhtml", newPerson("honest", own));
    assertThat(mailroom.rest().total("persons?q=honest")).isEqualTo(1);
  }

  private static Map<String, String> newPerson(String login, String viewState) {
    return Map.of(
        "form", "form",
        "form:login", login,
        "form:name", login,
        "form:password", PASSWORD,
        "form:roles", "OPERATOR",
        "form:save", "",
        "jakarta.faces.ViewState", viewState);
  }

  @Test
  void nobody_is_logged_in_by_another_site() {
    register("lured", "operator");
    Visitor victim = visitor();

    victim.logIn("lured", PASSWORD, Visitor.viewState(visitor().get("login.xhtml")));

    assertThat(victim.isIn()).isFalse();
  }

  @Test
  void a_session_opens_no_api_and_a_token_no_console() {
    register("both", "operator");
    Visitor person = visitor();
    person.logIn("both", PASSWORD);
    String token = as("both").create("tokens", Rest.json().add("name", "it")).getString("token");

    assertThat(person.get("api/v1/requests").statusCode()).isEqualTo(401);
    assertThat(bearing(token, "index.xhtml")).isEqualTo(302);
    assertThat(List.of("api/v1/requests", "metrics", "openapi"))
        .allSatisfy(path -> assertThat(bearing(token, path)).isEqualTo(200));
    assertThat(person.get("metrics").body())
        .contains(
            "mailroom_mailboxes{", "mailroom_messages_waiting{", "mailroom_oldest_queued_seconds{")
        .containsPattern("mailroom_received\\{[^}]*state=\"QUARANTINED\"[^}]*} \\d");
  }

  @Test
  void a_token_ends_when_it_is_revoked_or_its_owner_deactivated() {
    register("owner", "operator");
    JsonObject first = as("owner").create("tokens", Rest.json().add("name", "first"));
    JsonObject second = as("owner").create("tokens", Rest.json().add("name", "second"));

    as("owner").delete("tokens/" + first.getInt("id"));
    assertThat(bearing(first.getString("token"), "api/v1/requests")).isEqualTo(401);
    assertThat(bearing(second.getString("token"), "api/v1/requests")).isEqualTo(200);

    mailroom.rest().put("persons/owner", person("owner", "operator").add("active", false));
    assertThat(bearing(second.getString("token"), "api/v1/requests")).isEqualTo(401);
  }

  @Test
  void a_change_is_felt_in_the_running_session() {
    register("changed", "administrator");
    Visitor person = visitor();
    person.logIn("changed", PASSWORD);
    assertThat(person.get("person/form.xhtml").body()).contains("form:save");

    mailroom.rest().put("persons/changed", person("changed", "auditor"));
    assertThat(person.get("person/form.xhtml").body()).doesNotContain("form:save");

    mailroom.rest().put("persons/changed", person("changed", "auditor").add("active", false));
    assertThat(person.isIn()).isFalse();
  }

  @Test
  void a_generated_password_must_be_changed_before_anything_else() {
    String generated =
        mailroom.rest().create("persons", person("newcomer", "operator")).getString("password");
    Visitor person = visitor();
    person.logIn("newcomer", generated);

    assertThat(person.get("request/list.xhtml").headers().firstValue("Location"))
        .hasValueSatisfying(to -> assertThat(to).endsWith("/account/password.xhtml"));
    assertThat(new Rest(mailroom.url(), "newcomer", generated).get("requests").status())
        .isEqualTo(401);
  }

  @Test
  void after_the_log_out_the_session_is_worth_nothing() {
    register("leaving", "operator");
    Visitor person = visitor();
    person.logIn("leaving", PASSWORD);
    String session = person.cookie("JSESSIONID");
    String state = Visitor.viewState(person.get("account/password.xhtml"));

    person.post(
        "account/password.xhtml",
        Map.of(
            "person",
            "person",
            "person:logOut",
            "person:logOut",
            "jakarta.faces.ViewState",
            state));

    Visitor again = visitor();
    again.takeOver(session);
    assertThat(again.isIn()).isFalse();
  }

  @Test
  void guesses_lock_the_log_in_for_form_and_basic_but_not_a_known_browser() {
    register("guessed", "operator");
    Visitor known = visitor();
    known.logIn("guessed", PASSWORD);
    Rest wrong = new Rest(mailroom.url(), "guessed", "wrong");
    Rest unknown = new Rest(mailroom.url(), "nobody-at-all", "wrong");
    Await.until("locked", () -> wrong.get("requests").status() == 429);
    Await.until("locked", () -> unknown.get("requests").status() == 429);

    JsonObject seen = mailroom.rest().first("lock-outs?q=guessed");
    assertThat(seen.getString("counted")).isEqualTo("LOGIN");
    known.forgetSession();
    known.logIn("guessed", PASSWORD);
    assertThat(known.isIn()).isTrue();

    mailroom.rest().delete("lock-outs/" + seen.getString("key"));
    assertThat(as("guessed").get("requests").status()).isEqualTo(200);
  }

  @Test
  void somebody_comes_in_by_the_identity_provider_with_the_roles_it_says() {
    provider.enqueueCallback(token("sub-1", Map.of("name", "Eva", "groups", List.of("desk"))));
    Visitor person = visitor();
    assertThat(person.get("login.xhtml").body()).contains("/oidc/login");

    HttpResponse<String> end = person.follow(person.get("oidc/login"));

    assertThat(end.uri().getPath()).isEqualTo("/index.xhtml");
    assertThat(end.body()).contains("sub-1");
    JsonObject made = mailroom.rest().get("persons/sub-1").json();
    assertThat(made.getJsonArray("roles"))
        .isEqualTo(Json.createArrayBuilder().add("operator").build());
  }

  @Test
  void whoever_the_provider_gives_no_role_stays_out() {
    provider.enqueueCallback(token("sub-2", Map.of("groups", List.of("guests"))));
    Visitor person = visitor();

    HttpResponse<String> end = person.follow(person.get("oidc/login"));

    assertThat(end.uri().toString()).endsWith("/login.xhtml?provider=refused");
    assertThat(person.isIn()).isFalse();
  }

  @Test
  void an_answer_of_the_provider_that_this_browser_did_not_ask_for_is_refused() {
    Visitor person = visitor();
    person.get("oidc/login");

    HttpResponse<String> end = person.follow(person.get("oidc/callback?code=c&state=forged"));

    assertThat(end.uri().toString()).endsWith("/login.xhtml?provider=failed");
    assertThat(person.isIn()).isFalse();
  }

  private static DefaultOAuth2TokenCallback token(String subject, Map<String, Object> claims) {
    return new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of(CLIENT), claims, 3600);
  }

  private static int bearing(String token, String path) {
    return visitor().get(path, "Authorization", "Bearer " + token).statusCode();
  }

  private static Visitor visitor() {
    return new Visitor(mailroom.url());
  }

  private static Rest as(String login) {
    return new Rest(mailroom.url(), login, PASSWORD);
  }

  private static void register(String login, String role) {
    mailroom.rest().create("persons", person(login, role).add("password", PASSWORD));
  }

  private static JsonObjectBuilder person(String login, String role) {
    return Rest.json()
        .add("login", login)
        .add("name", login)
        .add("roles", Json.createArrayBuilder().add(role));
  }
}
