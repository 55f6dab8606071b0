package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.MailHost;
import org.mailroom.deployed.Rest;
import org.mailroom.deployed.RunningMailroom;

/**
 * What keeps an installation safe: its keys change while people work, its audit can be read and
 * taken away, and a copy of it without its key stands still until somebody says what it is.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafekeepingIT {
  private static final int MAILBOXES = 30;
  private static final String ADDRESS = "desk@xpto.example";

  @RegisterExtension final Chromium chromium = new Chromium();
  @TempDir Path directory;
  private MailHost host;
  private RunningMailroom mailroom;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(directory.resolve("original"));
    host = new MailHost();
    host.account(ADDRESS, password(0));
    mailroom = RunningMailroom.in(directory.resolve("original"), environment());
  }

  @AfterEach
  void stop() {
    mailroom.close();
    host.close();
  }

  private static Map<String, String> environment() {
    return Map.of("MAILROOM_KEY_SETTLING_SECONDS", "1");
  }

  @Test
  void keys_audit_and_copies() throws IOException {
    for (int i = 0; i < MAILBOXES; i++) {
      mailroom.rest().create("mailboxes", mailbox(i, password(0)));
    }
    changes_the_key_while_people_save();
    reads_the_audit_and_takes_it_away();
    copyWithoutKey();
    stands_still_until_it_is_said_to_be_a_copy();
    works_again_with_its_password_entered_again();
  }

  private void changes_the_key_while_people_save() {
    String before = presentKey();
    AtomicBoolean finished = new AtomicBoolean();
    CompletableFuture<Integer> saving = CompletableFuture.supplyAsync(() -> saveUntil(finished));

    try {
      KeysScreen keys = logIn().keys();
      keys.change();
      keys.isChanged();
    } finally {
      finished.set(true); // or it would go on beside the next test
    }
    int saved = saving.join();

    assertThat(saved).isPositive();
    JsonObject seen = mailroom.rest().get("keys").json();
    assertThat(seen.getBoolean("ok")).isTrue();
    assertThat(presentKey()).isNotEqualTo(before);
    assertThat(sealKeys(seen))
        .hasSize(1)
        .first()
        .extracting(key -> key.getInt("secrets"))
        .isEqualTo(MAILBOXES);
    assertThat(check(0).getBoolean("ok")).as("the password opens").isTrue();
    chromium.picture("keys");
  }

  // by turns two passwords; the mailbox that is checked later keeps its own
  private int saveUntil(AtomicBoolean finished) {
    int saved = 0;
    while (!finished.get()) {
      int box = 1 + saved % (MAILBOXES - 1);
      Rest.Answer answer =
          mailroom.rest().put("mailboxes/" + id(box), mailbox(box, password(saved)));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      saved++;
    }
    return saved;
  }

  private void reads_the_audit_and_takes_it_away() {
    AuditScreen audit = logIn().audit();
    audit.find("What", "key").begins("system", "key.rotated", "master key");
    audit
        .find("What", "mailbox.registered")
        .begins("admin", "127.0.0.1", "server", "password", "set");
    chromium.picture("audit");

    String csv = audit.csv();
    assertThat(csv).startsWith("at,who,address,action,subject,detail,changes\r\n");
    assertThat(csv.lines()).hasSize(1 + MAILBOXES);
    Rest.Answer lines = mailroom.rest().get("audit/export?format=jsonl&action=mailbox");
    assertThat(lines.contentType()).startsWith("application/jsonl");
    assertThat(lines.body()).contains("\"address\":\"127.0.0.1\"").doesNotContain(password(0));
    assertThat(mailroom.rest().get("audit?from=yesterday").status()).isEqualTo(400);
  }

  private void copyWithoutKey() throws IOException {
    mailroom.close();
    Path data = directory.resolve("copy").resolve("data");
    Files.createDirectories(data);
    try (Stream<Path> files = Files.list(mailroom.data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, data.resolve(file.getFileName()));
      }
    }
    Files.delete(data.resolve("master.key"));
    mailroom = RunningMailroom.in(directory.resolve("copy"), environment());
  }

  private void stands_still_until_it_is_said_to_be_a_copy() {
    JsonObject installation = mailroom.rest().get("installation").json();
    assertThat(installation.getBoolean("suspended")).isTrue();
    assertThat(installation.getString("doubt")).isEqualTo("COPIED_DIRECTORY");
    assertThat(mailroom.rest().get("keys").json().getInt("lostSecrets")).isEqualTo(MAILBOXES);

    Screen console = logIn();
    assertThat(chromium.page().getByText("No mail is read or sent.")).isVisible();
    assertThat(chromium.page().getByText("Passwords cannot be opened.")).isVisible();
    chromium.picture("copy");
    console.installation().isCopy();

    JsonObject confirmed = mailroom.rest().get("installation").json();
    assertThat(confirmed.getBoolean("suspended")).isFalse();
    assertThat(confirmed.getString("id")).isNotEqualTo(installation.getString("id"));
    assertThat(mailroom.rest().get("mailboxes/" + id(0)).json().getBoolean("active")).isFalse();
    assertThat(
            mailroom
                .rest()
                .post("installation/confirmation", Rest.json().add("as", "SAME"))
                .status())
        .isEqualTo(409);
  }

  private void works_again_with_its_password_entered_again() {
    Rest.Answer changed = mailroom.rest().put("mailboxes/" + id(0), mailbox(0, password(0)));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);

    assertThat(check(0).getBoolean("ok")).isTrue();
    Await.until(
        "one secret fewer is lost",
        () -> mailroom.rest().get("keys").json().getInt("lostSecrets") == MAILBOXES - 1);
  }

  private Screen logIn() {
    chromium.page().context().clearCookies();
    return LogInScreen.at(mailroom.url(), chromium.page()).logIn("admin", RunningMailroom.PASSWORD);
  }

  /** Tries the password that is stored. */
  private JsonObject check(int number) {
    JsonObjectBuilder stored = mailbox(number, "").add("id", id(number));
    return mailroom.rest().post("mailboxes/check", stored).json();
  }

  private JsonObjectBuilder mailbox(int number, String password) {
    return Rest.json()
        .add("name", "box %02d".formatted(number))
        .add("type", "OUTPUT")
        .add("server", "127.0.0.1")
        .add("port", host.smtp())
        .add("security", "NONE")
        .add("authentication", "PASSWORD")
        .add("user", ADDRESS)
        .add("password", password)
        .add("sender", ADDRESS);
  }

  private static String password(int number) {
    return "s3cret-Of-A-Mailbox-" + number % 2;
  }

  private long id(int number) {
    String name = "box %02d".formatted(number);
    return mailroom
        .rest()
        .first("mailboxes?q=" + name.replace(" ", "%20"))
        .getJsonNumber("id")
        .longValue();
  }

  private String presentKey() {
    return sealKeys(mailroom.rest().get("keys").json()).get(0).getString("id");
  }

  private static List<JsonObject> sealKeys(JsonObject keys) {
    return keys.getJsonArray("keys").getValuesAs(JsonObject.class).stream()
        .filter(key -> key.getString("purpose").equals("SEAL"))
        .toList();
  }
}
