package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.bearer.Dovecot;
import org.mailroom.delivery.smtp.ScriptedSmtp;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.Rest;
import org.mailroom.deployed.RunningMailroom;
import org.mailroom.mailbox.AuthorizationServer;

/**
 * Mail in and out by OAuth2: a person consents at a real authorization server, and real mail
 * servers ask whether the tokens are its own. People come in by the same server.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsentIT {
  private static final String ACCOUNT = Dovecot.USER;
  private static final String CLIENT = "mailroom";
  private static final String SECRET = "s3cret-Of-An-Application";
  private static final String FLOW = "two-identities";

  @RegisterExtension final Chromium chromium = new Chromium();
  @AutoClose private final AuthorizationServer provider = AuthorizationServer.withPage();
  @AutoClose private final ScriptedSmtp smtp = new ScriptedSmtp();
  @AutoClose private Dovecot dovecot;
  @AutoClose private RunningMailroom mailroom;

  @BeforeAll
  void start(@TempDir Path directory) {
    dovecot =
        new Dovecot(directory.resolve("dovecot"), "xoauth2")
            .accepts(token -> provider.subjectOf(token).equals(ACCOUNT));
    smtp.on("EHLO", "250-scripted\r\n250 AUTH OAUTHBEARER").on("AUTH OAUTHBEARER ", this::verdict);
    mailroom =
        RunningMailroom.in(
            directory,
            Map.of(
                "MAILROOM_MAIL_HOST", "127.0.0.1",
                "MAILROOM_MAIL_PORT", Integer.toString(smtp.port()),
                "MAILROOM_MAIL_SECURITY", "NONE",
                "MAILROOM_MAIL_FROM", "desk@mailroom.example",
                "MAILROOM_OIDC_ISSUER", provider.issuer(),
                "MAILROOM_OIDC_CLIENT_ID", CLIENT,
                "MAILROOM_OIDC_CLIENT_SECRET", SECRET,
                "MAILROOM_OIDC_ROLES_CLAIM", "groups",
                "MAILROOM_OIDC_ROLES", "desk=operator"));
  }

  private String verdict(String command) {
    String words =
        new String(
            Base64.getDecoder().decode(command.substring(command.lastIndexOf(' ') + 1)),
            StandardCharsets.UTF_8);
    String token = words.replaceFirst("(?s).*auth=Bearer ([^\u0001]*)\u0001.*", "$1");
    return words.startsWith("n,a=" + ACCOUNT + ",") && provider.subjectOf(token).equals(CLIENT)
        ? "235 welcome"
        : "535 5.7.8 no such token";
  }

  @Test
  void a_mailbox_is_read_by_consent_until_the_consent_is_revoked() {
    MailboxFormScreen form =
        logIn()
            .mailboxes()
            .create()
            .type("Input")
            .describe("By consent")
            .address("Address", ACCOUNT)
            .byConsent(dovecot.imapPort(), ACCOUNT, provider.issuer(), CLIENT, SECRET)
            .save()
            .edit("By consent");
    long box = mailroom.rest().first("mailboxes?q=By%20consent").getJsonNumber("id").longValue();
    assertThat(form.consent()).containsText("Waits for the sign-in at the provider");
    assertThat(consent(box).getString("state")).isEqualTo("AWAITED");

    provider.givesTokensFor(Duration.ofSeconds(20));
    form.fields().press("Sign in at the provider");
    signInAtProvider();

    form = new MailboxFormScreen(chromium.page(), "By consent");
    form.says("may sign in now");
    assertThat(form.consent()).containsText("Consented");
    assertThat(form.consent()).containsText(ACCOUNT);
    form.check();
    mailroom.rest().create("contracts", contract("XPTO-2").add("inputMailbox", box));
    dovecot.deliver(
        "From: ana@customer.example\nTo: " + ACCOUNT + "\nSubject: By token\n\nIt is broken.\n");
    Await.until("the mail is read", () -> mailroom.rest().total("received?mailbox=" + box) == 1);
    assertThat(consent(box).getString("state")).isEqualTo("GIVEN");

    provider.revokes();
    Await.until("the revocation is met", () -> consent(box).getString("state").equals("LOST"));
    assertThat(consent(box).getString("trouble"))
        .contains("sign in at the provider again", "The user has revoked the consent");
    chromium.page().reload();
    assertThat(form.consent()).containsText("Consent revoked or expired");
    assertThat(form.consent()).containsText("The user has revoked the consent");
    assertThat(form.fields().part().getByText("Consent again")).isVisible();
    form.fields().press("Check connection");
    assertThat(chromium.page().locator(".checks .check-bad"))
        .containsText("No token to sign in with");
  }

  @Test
  void a_field_that_is_left_tells_its_problem() {
    MailboxFormScreen form = logIn().mailboxes().create().type("Output");
    form.fields().choose("User authentication", "OAuth2");

    form.isTold("Authorization server (issuer)", "login.xpto.example", "an https address")
        .isTold("Authorization server (issuer)", "https://10.1.2.3", "MAILROOM_ALLOWED_HOSTS")
        .isContent("Authorization server (issuer)", provider.issuer())
        .isTold("Client ID", "", "Enter the client ID")
        .isContent("Client ID", CLIENT);
  }

  @Test
  void a_person_comes_in_by_the_identity_provider_and_leaves_there_too() {
    Page page = chromium.page();
    page.navigate(mailroom.url().resolve("login.xhtml").toString());
    page.locator("#provider").click();
    signInAtProvider("{\"groups\": [\"desk\"], \"preferred_username\": \"bea\"}");
    // the menu stands above the scripts
    new Screen(page, "Home");

    page.locator(".person summary").click();
    page.waitForRequest(
        request -> request.url().startsWith(provider.issuer() + "/endsession"),
        () -> page.locator("[id='person:logOut']").click());

    assertThat(page.locator("[id='login:user']")).isVisible();
    page.navigate(mailroom.url().toString());
    assertThat(page.locator("[id='login:user']")).isVisible();
  }

  private void signInAtProvider() {
    signInAtProvider("{\"email\": \"" + ACCOUNT + "\"}");
  }

  /** The page of the provider, which is not ours. */
  private void signInAtProvider(String claims) {
    Locator form = chromium.page().locator("form[method=post]");
    form.locator("input[name=username]").fill(ACCOUNT);
    form.locator("textarea[name=claims]").fill(claims);
    form.locator("input[type=submit]").click();
  }

  private static JsonObjectBuilder contract(String number) {
    return Rest.json().add("number", number).add("client", "XPTO").add("startDate", "2020-01-01");
  }

  private JsonObject consent(long mailbox) {
    return mailroom.rest().get("mailboxes/" + mailbox + "/consent").json();
  }

  @Test
  void the_mail_of_a_request_leaves_with_a_token_that_the_server_has_verified() {
    Rest rest = mailroom.rest();
    assertThat(rest.post("flows", "application/xml", flow()).status()).isEqualTo(201);
    long output = rest.create("mailboxes", output()).getJsonNumber("id").longValue();
    rest.create("contracts", contract("XPTO-1").add("outputMailbox", output).add("flow", FLOW));
    rest.create(
        "requests",
        Rest.json()
            .add("contract", "XPTO-1")
            .add("title", "Printer")
            .add("description", "It is broken.")
            .add("contact", Rest.json().add("name", "Bea").add("email", "bea@customer.example")));

    Await.until("the mail has left", () -> left().count() == 1);
    assertThat(left()).allMatch(mail -> mail.to().equals(List.of("bea@customer.example")));
  }

  private Stream<ScriptedSmtp.Received> left() {
    return smtp.ledger.stream().filter(mail -> mail.from().equals(ACCOUNT));
  }

  private static String flow() {
    try (InputStream file = Rest.class.getResourceAsStream(FLOW + ".bpmn")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonObjectBuilder output() {
    return Rest.json()
        .add("name", "By application")
        .add("type", "OUTPUT")
        .add("server", "127.0.0.1")
        .add("port", smtp.port())
        .add("security", "NONE")
        .add("authentication", "OAUTH2")
        .add("user", ACCOUNT)
        .add("sender", ACCOUNT)
        .add(
            "oauth",
            Rest.json()
                .add("grant", "CLIENT_CREDENTIALS")
                .add("issuer", provider.issuer())
                .add("clientId", CLIENT)
                .add("clientSecret", SECRET));
  }

  private Screen logIn() {
    return LogInScreen.at(mailroom.url(), chromium.page()).logIn("admin", RunningMailroom.PASSWORD);
  }
}
