package org.mailroom.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A desk that runs on H2 moves to an empty installation on PostgreSQL, whose server has a Mail
 * Session of its own.
 */
class ConfigurationIT {
  private static final String PASSPHRASE = "correct horse battery staple";

  @TempDir static Path directory;
  private static Desk desk;
  private static EmbeddedPostgres postgres;
  private static RunningMailroom elsewhere;

  @BeforeAll
  static void start() throws IOException {
    desk = new Desk(Files.createDirectory(directory.resolve("here")));
    // ten seconds by default
    postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).start();
    elsewhere =
        RunningMailroom.in(
            Files.createDirectory(directory.resolve("elsewhere")),
            Map.of(
                "MAILROOM_DB_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "MAILROOM_DB_USER",
                "postgres",
                "MAILROOM_DB_PASSWORD",
                "postgres",
                "MAILROOM_SERVER_COMMANDS",
                commands().toString()));
  }

  /** As an operator defines a Mail Session on Payara. */
  private static Path commands() throws IOException {
    return Files.writeString(
        directory.resolve("commands"),
        "create-javamail-resource --mailhost 127.0.0.1 --mailuser desk"
            + " --fromaddress desk@mailroom.example"
            + " --property mail.smtp.port="
            + desk.standard.smtp()
            + " mail/desk\n");
  }

  @AfterAll
  static void stop() throws IOException {
    elsewhere.close();
    postgres.close();
    desk.close();
  }

  @Test
  void a_whole_system_moves_with_its_secrets_and_sends_by_a_session_of_its_new_server() {
    itMovesAndExportsTheSameThere();
    itSendsByAMailSession();
    everyWayToSignInMovesAsItWasPreviewed();
  }

  private static void itMovesAndExportsTheSameThere() {
    String here = desk.rest().get("configuration").body();
    String sealed = withPassphrase(desk.rest()).get("configuration?secrets=sealed").body();
    assertThat(here).contains("- name: XPTO-1 in", "bpmn: |").doesNotContain("sealed");
    assertThat(sealed).doesNotContain(Desk.MAILBOX_PASSWORD);

    JsonObject preview = configure(elsewhere.rest(), "?dryRun=true", sealed).json();
    assertThat(preview.getInt("added")).isEqualTo(9);
    assertThat(elsewhere.rest().total("mailboxes")).as("a preview leaves nothing").isZero();

    assertThat(configure(elsewhere.rest(), "", sealed).json().getInt("added")).isEqualTo(9);
    assertThat(elsewhere.rest().get("configuration").body()).isEqualTo(here);

    JsonObject again = configure(elsewhere.rest(), "", sealed).json();
    assertThat(again.getInt("added") + again.getInt("changed")).isZero();
    assertThat(configure(desk.rest(), "", sealed).json().getInt("unchanged"))
        .as("nor does it change where it came from")
        .isEqualTo(again.getInt("unchanged"));
    assertThat(elsewhere.rest().first("mailboxes?q=XPTO-1%20out").getInt("version"))
        .as("nothing was written twice")
        .isEqualTo(1);
  }

  @Test
  void all_problems_are_told_with_their_lines_and_nothing_is_kept() {
    int mailboxes = desk.rest().total("mailboxes");

    Rest.Answer answer =
        configure(
            desk.rest(),
            "",
            """
            mailroom: 1
            groups:
              - {acronym: MOVED, addresses: [a@desk.example]}
            mailboxes:
              - {name: One, type: OUTPUT, server: smtp.example.org, sender: one}
              - {name: Two, type: INPUT, server: "imap://x", user: two, port: 0}
              - {name: Three, type: OUTPUT, mailSession: "ldap://evil/x", sender: a@desk.example}
            contracts:
              - {number: N-1, client: N, outputMailbox: Four, flow: none}
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"field\":\"mailboxes[0].sender\"", "Line 5: ")
        .contains("\"field\":\"mailboxes[1].server\"", "\"field\":\"mailboxes[1].port\"")
        .contains("\"field\":\"mailboxes[2].mailSession\"")
        .contains("There is no mailbox \\\"Four\\\"", "There is no published flow none.");
    assertThat(desk.rest().total("mailboxes")).isEqualTo(mailboxes);
    assertThat(desk.rest().get("configuration").body()).doesNotContain("MOVED");
  }

  @Test
  void two_contracts_swap_their_input_mailboxes() {
    String now = desk.rest().get("configuration").body();
    String swapped =
        now.replace("inputMailbox: XPTO-1 in", "inputMailbox: ?")
            .replace("inputMailbox: C2-1 in", "inputMailbox: XPTO-1 in")
            .replace("inputMailbox: ?", "inputMailbox: C2-1 in");

    assertThat(configure(desk.rest(), "", swapped).json().getInt("changed")).isEqualTo(2);
    assertThat(desk.rest().get("configuration").body()).isEqualTo(swapped);
    assertThat(configure(desk.rest(), "", now).json().getInt("changed")).isEqualTo(2);
  }

  @Test
  void rules_and_released_senders_are_applied_and_judge_mail() {
    String inbox = "mailboxes/" + Desk.id(desk.rest().first("mailboxes?q=XPTO-1%20in")) + "/rules";
    String document =
        """
        mailroom: 1
        contracts:
          - number: XPTO-1
            client: XPTO
            outputMailbox: XPTO-1 out
            inputMailbox: XPTO-1 in
            flow: two-identities
            releasedSenders: [eve@other.example]
        mailRules:
          - mailbox: XPTO-1 in
            rules:
              - name: Invoices
                conditions: [{field: SUBJECT, test: CONTAINS, wanted: invoice}]
                priority: HIGH
                service: Billing
              - {name: Noise, enabled: false, action: IGNORE}
        """;
    String before = desk.rest().get("configuration").body();

    JsonObject applied = configure(desk.rest(), "", document).json();
    assertThat(configure(desk.rest(), "", document).json().getInt("unchanged")).isEqualTo(2);
    assertThat(applied.toString()).contains("releasedSenders", "{name: Invoices, enabled: true");
    assertThat(desk.rest().get(inbox).body())
        .contains("\"name\":\"Invoices\"", "\"priority\":\"HIGH\"", "\"service\":\"Billing\"");
    Rest.Answer wrong =
        configure(desk.rest(), "?dryRun=true", document.replace("service: Billing", "group: GONE"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("mailRules[0].rules[0].group", "There is no group GONE.", "Line 15");

    assertThat(configure(desk.rest(), "", before).json().getInt("changed")).isEqualTo(2);
    assertThat(desk.rest().get(inbox).body()).isEqualTo("[]");
  }

  private static void itSendsByAMailSession() {
    configure(
        elsewhere.rest(),
        "",
        """
        mailroom: 1
        mailboxes:
          - {name: By session, type: OUTPUT, mailSession: mail/desk, sender: session@desk.example}
        flows:
          - key: two-identities
            bpmn: |
        %s
        contracts:
          - {number: S-1, client: S, outputMailbox: By session, flow: two-identities}
        """
            .formatted(Desk.resource(Desk.FLOW + ".bpmn").indent(6)));
    JsonObject mailbox = elsewhere.rest().first("mailboxes?q=By%20session");
    assertThat(mailbox.getInt("port")).isEqualTo(desk.standard.smtp());
    assertThat(mailbox.getBoolean("hasPassword")).isFalse();
    // what is said of the sender's domain behind them depends on the name server at hand
    assertThat(steps(checked("mail/desk")))
        .startsWith("session", "address", "connect", "greeting", "capabilities", "login", "sender");
    assertThat(steps(checked("mail/none"))).containsExactly("session");

    elsewhere
        .rest()
        .create(
            "requests",
            Rest.json()
                .add("contract", "S-1")
                .add("title", "By session")
                .add("contact", Rest.json().add("name", "Ana").add("email", "s@customer.example")));

    Await.until(
        "the mail arrives by the session",
        () -> !desk.standard.receivedBy("s@customer.example").isEmpty());
  }

  private static void everyWayToSignInMovesAsItWasPreviewed() {
    String document =
        """
        mailroom: 1
        mailboxes:
          - {name: Own, type: INPUT, provider: other, server: 127.0.0.1, authentication: PASSWORD, user: desk, sender: own@desk.example}
          - name: App
            type: OUTPUT
            server: 127.0.0.1
            authentication: OAUTH2
            user: app@desk.example
            sender: app@desk.example
            oauth: {grant: CLIENT_CREDENTIALS, issuer: "https://127.0.0.1/tenant", clientId: one}
          - name: Person
            type: INPUT
            server: 127.0.0.1
            authentication: OAUTH2
            user: person@desk.example
            oauth: {grant: AUTHORIZATION_CODE, issuer: "https://127.0.0.1/tenant", clientId: one}
          - {name: Session, type: OUTPUT, mailSession: mail/desk, sender: s@desk.example}
        """;
    String seen = configure(desk.rest(), "?dryRun=true", document).json().getString("fingerprint");
    Rest previewed = desk.rest().with("If-Match", '"' + seen + '"');

    Rest.Answer first = previewed.post("configuration", "application/yaml", document);
    assertThat(first.body()).contains("\"added\":4", "so it is paused");
    assertThat(configure(desk.rest(), "", document).json().getInt("unchanged")).isEqualTo(4);
    Rest.Answer late = previewed.post("configuration", "application/yaml", document);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("urn:mailroom:problem:configuration-moved");

    giveClientSecret();
    String sealed = withPassphrase(desk.rest()).get("configuration?secrets=sealed").body();
    assertThat(sealed)
        .contains("sealedClientSecret: ", "sender: own@desk.example", "provider: other")
        .doesNotContain("client-s3cret");
    configure(elsewhere.rest(), "", sealed);
    assertThat(elsewhere.rest().first("mailboxes?q=App").getJsonObject("oauth"))
        .hasToString(desk.rest().first("mailboxes?q=App").getJsonObject("oauth").toString())
        .asString()
        .contains("\"hasClientSecret\":true");
    JsonObject again = configure(elsewhere.rest(), "", sealed).json();
    assertThat(again.getInt("added") + again.getInt("changed")).isZero();
    for (String name : List.of("Own", "App", "Person", "Session")) {
      desk.rest().delete("mailboxes/" + Desk.id(desk.rest().first("mailboxes?q=" + name)));
    }
  }

  private static void giveClientSecret() {
    JsonObject app = desk.rest().first("mailboxes?q=App");
    Rest.Answer changed =
        desk.rest()
            .put(
                "mailboxes/" + Desk.id(app),
                Json.createObjectBuilder(app)
                    .add("active", true)
                    .add(
                        "oauth",
                        Json.createObjectBuilder(app.getJsonObject("oauth"))
                            .add("clientSecret", "client-s3cret")));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }

  private static JsonObject checked(String session) {
    return elsewhere
        .rest()
        .post(
            "mailboxes/check",
            Rest.json()
                .add("type", "OUTPUT")
                .add("mailSession", session)
                .add("sender", "session@desk.example"))
        .json();
  }

  private static List<String> steps(JsonObject report) {
    return report.getJsonArray("steps").stream()
        .map(step -> step.asJsonObject().getString("name"))
        .toList();
  }

  private static Rest.Answer configure(Rest rest, String query, String document) {
    return withPassphrase(rest).post("configuration" + query, "application/yaml", document);
  }

  private static Rest withPassphrase(Rest rest) {
    return rest.with("Mailroom-Passphrase", PASSPHRASE);
  }
}
