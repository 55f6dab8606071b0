package org.mailroom.roles;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.Role;
import org.mailroom.deployed.Archives;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.DataDirectory;
import org.mailroom.deployed.Rest;

/**
 * Every service method and every REST call on the deployed application, for every role, with people
 * who log in as people do.
 */
@ArquillianTest
class RolesIT {
  static final String PASSWORD = "a password of a test";

  @ArquillianResource URL url;

  /** New for each test, as the data directory may be that of an earlier run. */
  private final String run = UUID.randomUUID().toString().substring(0, 8);

  private final Map<String, String> made = new HashMap<>();
  private final List<String> surprises = new ArrayList<>();

  @Deployment(testable = false)
  static WebArchive mailroom() {
    DataDirectory.awaitFree();
    File packed = Path.of(System.getProperty("mailroom.war")).toFile();
    WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, packed);
    return war.setWebXML(new StringAsset(open(Archives.text(war, "WEB-INF/web.xml"))))
        .addClasses(Probe.class, BehindTheGate.class, Reached.class, ServiceMethods.class)
        .addClasses(Archive.class, Table.class);
  }

  /** The first people must be made by somebody. */
  private static String open(String webXml) {
    String health = "<url-pattern>/health/*</url-pattern>";
    return webXml.replace(health, health + "<url-pattern>/api/v1/probe/people/*</url-pattern>");
  }

  @BeforeEach
  void people() {
    register("admin", Role.ADMINISTRATOR);
    register("operator", Role.OPERATOR);
    register("auditor", Role.AUDITOR);
    register("stranger", Role.CONTRACT_MANAGER);
  }

  /** It was made the default outbox, which other tests on this database must not find. */
  @AfterEach
  void no_default_outbox_stays() {
    Optional.ofNullable(made.get("SPARE"))
        .ifPresent(
            spare -> rest("admin").send("DELETE", "mailboxes/" + spare, "application/json", "{}"));
  }

  @Test
  void every_service_method_lets_in_whom_the_table_says() {
    Map<String, Set<Role>> table = ServiceMethods.table();

    assertThat(outcomes("admin")).hasSizeGreaterThanOrEqualTo(table.size());
    compare("admin", Role.ADMINISTRATOR, table);
    compare("operator", Role.OPERATOR, table);
    compare("auditor", Role.AUDITOR, table);
    compare("stranger", Role.CONTRACT_MANAGER, table);

    assertThat(surprises).isEmpty();
  }

  private void compare(String login, Role role, Map<String, Set<Role>> table) {
    outcomes(login)
        .forEach(
            (method, outcome) -> {
              boolean may = role == Role.ADMINISTRATOR || table.get(method).contains(role);
              expect(role + " " + method, outcome, may ? "let in" : "refused");
            });
  }

  private Map<String, String> outcomes(String login) {
    return rest(login)
        .get("probe/methods")
        .body()
        .lines()
        .map(line -> line.split(" \\| ", -1))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }

  @Test
  void what_a_contract_manager_registers_is_theirs_and_that_of_others_cannot_be_linked() {
    make();
    Rest stranger = rest("stranger");
    long own = id(stranger.create("mailboxes", Things.mailbox("Own " + run)));

    assertThat(stranger.total("mailboxes")).isEqualTo(1);
    assertThat(rest("manager").total("mailboxes")).isEqualTo(2);
    Map<String, String> links =
        Map.of("MAILBOX", made.get("MAILBOX"), "INBOX_ID", made.get("INBOX_ID"));
    assertThat(stranger.post("contracts", Things.contract("X" + run, links)).status())
        .isEqualTo(422);
    long contract =
        id(stranger.create("contracts", Things.contract("Y" + run, Map.of("MAILBOX", "" + own))));
    assertThat(stranger.get("contracts/" + contract).status()).isEqualTo(200);
    assertThat(rest("manager").get("contracts/" + contract).status()).isEqualTo(404);
    assertThat(stranger.total("contracts")).isEqualTo(1);
  }

  private static long id(JsonObject created) {
    return created.getJsonNumber("id").longValue();
  }

  @Test
  void every_rest_call_answers_whom_the_table_says() {
    make();
    RestCalls.table().forEach(this::call);

    assertThat(surprises).isEmpty();
  }

  // the administrator last, whose calls have effects
  private void call(RestCalls.Row row) {
    expect("nobody " + row, kind(answer(nobody(), row)), "not known");
    call(row, "auditor", Role.AUDITOR);
    call(row, "operator", Role.OPERATOR);
    boolean manager = row.who().contains(Role.CONTRACT_MANAGER);
    String without = row.isAboutSomethingGiven() ? "not there" : manager ? "let in" : "refused";
    // what they may not do to anything may be answered either way
    String found = kind("stranger", row);
    boolean refused = !manager && found.equals("refused");
    expect("manager of others " + row, refused ? without : found, without);
    expect("manager " + row, kind("manager", row), manager ? "let in" : "refused");
    expect("administrator " + row, kind("admin", row), "let in");
  }

  private void call(RestCalls.Row row, String login, Role role) {
    expect(login + " " + row, kind(login, row), row.who().contains(role) ? "let in" : "refused");
  }

  private String kind(String login, RestCalls.Row row) {
    Rest.Answer answer = answer(rest(login), row);
    // an unknown thing in a body is a mistake in it
    boolean missing = answer.status() == 404 || answer.status() == 422;
    // there is no received mail here, which is no question of reach
    boolean noMail = answer.body().contains("no received mail");
    return missing && !noMail && row.isAboutSomethingGiven() ? "not there" : kind(answer);
  }

  private static String kind(Rest.Answer answer) {
    return switch (answer.status()) {
      case 401 -> "not known";
      case 403 -> "refused";
      case 500 -> "broken: " + answer.body();
      default -> "let in";
    };
  }

  private Rest.Answer answer(Rest rest, RestCalls.Row row) {
    String body = filled(row.body().isEmpty() ? "{}" : row.body());
    return rest.send(row.method(), filled(row.path()), typeOf(body), body);
  }

  private static String typeOf(String body) {
    return switch (body.charAt(0)) {
      case '<' -> "application/xml";
      case '{' -> "application/json";
      case 'F' -> "message/rfc822";
      default -> "application/yaml";
    };
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> one : made.entrySet()) {
      filled = filled.replaceAll("\\b" + one.getKey() + "\\b", one.getValue());
    }
    return filled;
  }

  private void expect(String what, String found, String wanted) {
    if (!found.equals(wanted)) {
      surprises.add("%s: %s instead of %s".formatted(what, found, wanted));
    }
  }

  /** A contract with a mailbox and a request whose mail waits, given to one contract manager. */
  private void make() {
    Rest admin = rest("admin");
    made.put("RUN", run);
    String flow = OneMail.FLOW.replace("RUN", run);
    assertThat(admin.post("flows", "application/xml", flow).status()).isEqualTo(201);
    keep("MAILBOX", admin.create("mailboxes", Things.mailbox("Given " + run)), "id");
    keep("SPARE", admin.create("mailboxes", Things.mailbox("Spare " + run)), "id");
    keep("INBOX_ID", admin.create("mailboxes", Things.input("Given input " + run)), "id");
    keep("CONTRACT", admin.create("contracts", Things.contract(run, made)), "id");
    register("manager", Role.CONTRACT_MANAGER);
    keep("REQUEST", admin.create("requests", Things.request(run)), "number");
    String messages = "messages?request=" + made.get("REQUEST");
    Await.until("its mail waits", () -> admin.total(messages) == 1);
    keep("MESSAGE", admin.first(messages), "id");
  }

  private void keep(String name, JsonObject created, String field) {
    made.put(name, created.get(field).toString().replace("\"", ""));
  }

  private void register(String login, Role role) {
    String contract = made.containsKey("CONTRACT") ? "&contract=" + made.get("CONTRACT") : "";
    Rest.Answer answer =
        nobody().post("probe/people/" + login + run + "?role=" + role + contract, Rest.json());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
  }

  /** A header without a log-in is none, and no failed one that would be counted. */
  private Rest nobody() {
    return new Rest(base(), "", "");
  }

  private Rest rest(String login) {
    return new Rest(base(), login + run, PASSWORD);
  }

  private URI base() {
    return URI.create(url.toString());
  }
}
