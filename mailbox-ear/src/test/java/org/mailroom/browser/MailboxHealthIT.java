package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.MailHost;
import org.mailroom.deployed.Rest;
import org.mailroom.deployed.RunningMailroom;

/** Many mailboxes, some in trouble: found, sorted, checked together, and told of on every page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxHealthIT {
  private static final String USER = "desk@xpto.example";
  private static final String PASSWORD = "s3cret-Of-A-Mailbox";

  @RegisterExtension final Chromium chromium = new Chromium();
  @AutoClose private final MailHost host = new MailHost();
  @AutoClose private RunningMailroom mailroom;

  @BeforeAll
  void start(@TempDir Path directory) {
    host.account(USER, PASSWORD);
    mailroom = RunningMailroom.in(directory, Map.of());
  }

  @Test
  void the_list_is_narrowed_and_sorted_and_its_address_keeps_the_filters() {
    for (int i = 0; i < 25; i++) {
      create("mailboxes", input("Alpha %02d".formatted(i), host.imap(), "INBOX"));
    }
    MailboxListScreen list = logIn().mailboxes();

    list.fields().fill("Search", "alpha 0");
    assertThat(list.rows("Alpha")).hasCount(10);
    assertThat(list.page).hasURL(Pattern.compile("q=alpha"));
    list.page.reload();
    assertThat(list.rows("Alpha")).hasCount(10);

    list.fields().choose("Status", "Error");
    assertThat(list.rows("Alpha")).hasCount(0);
    list.follow("Clear");
    list = new MailboxListScreen(list.page);
    header(list, "Description").click();
    Fields.settle(list.page);
    assertThat(header(list, "Description")).hasAttribute("aria-sort", "ascending");
    assertThat(list.rows("Alpha").first()).containsText("Alpha 00");
    header(list, "Description").click();
    assertThat(header(list, "Description")).hasAttribute("aria-sort", "descending");
    assertThat(list.rows("Alpha 24")).hasCount(1);
  }

  @Test
  void ticked_mailboxes_are_checked_together_and_each_has_its_result() {
    create("mailboxes", input("00 works", host.imap(), "INBOX"));
    create("mailboxes", input("00 broken", host.imap(), "Nowhere"));
    MailboxListScreen list = logIn().mailboxes();

    list.fields().tick("Choose 00 works").tick("Choose 00 broken");
    assertThat(list.page.getByText("The 2 chosen:")).isVisible();
    list.page.locator("[id='list:checkChosen']").click();

    Screen run = new Screen(list.page, "Checking connections");
    assertThat(run.page.getByText("2 of 2")).isVisible();
    assertThat(row(run, "00 works")).containsText("done");
    assertThat(row(run, "00 broken")).containsText("failed");
    assertThat(row(run, "00 broken")).containsText("Nowhere");
  }

  @Test
  void a_broken_mailbox_is_told_of_on_every_page_until_it_is_hidden() {
    long broken = create("mailboxes", input("Lost folder", host.imap(), "Nowhere"));
    create(
        "contracts",
        """
        {"number": "X-1", "client": "XPTO", "startDate": "2020-01-01", "inputMailbox": %d}"""
            .formatted(broken));
    Screen home = logIn();
    Locator banner = home.page.locator("#news .banner-bad");
    Await.until(
        "the banner is there",
        () -> {
          home.page.reload();
          return banner.count() > 0;
        });

    assertThat(banner).containsText("1 mailbox needs attention.");
    banner.getByRole(AriaRole.LINK).click();
    MailboxListScreen list = new MailboxListScreen(home.page);
    assertThat(list.rows("Lost folder")).containsText("Configuration");
    assertThat(list.rows("Alpha")).hasCount(0);

    list.edit("Lost folder");
    assertThat(home.page.getByText("Something in the settings must be changed.")).isVisible();
    home.page.getByRole(AriaRole.BUTTON, named("Hide until there is news")).click();
    assertThat(banner).hasCount(0);
    new Screen(home.page, "Lost folder").mailboxes();
    assertThat(banner).hasCount(0);
  }

  @Test
  void a_configuration_is_looked_at_and_applied_only_as_it_was_seen() {
    String document =
        """
        mailroom: 1
        groups: [{acronym: MOVED, name: Moved, addresses: [a@desk.example]}]
        """;
    TransferScreen transfer = logIn().transfer().look(document, "");
    assertThat(transfer.change("MOVED")).containsText("a@desk.example");
    assertThat(mailroom.rest().get("groups/MOVED").status()).isEqualTo(404);

    save("groups/MOVED", "{\"name\": \"Taken\", \"addresses\": [\"b@desk.example\"]}");
    transfer.apply();
    transfer.says("Something was changed here since the preview");
    assertThat(transfer.change("MOVED").locator("del").first()).containsText("Taken");
    assertThat(mailroom.rest().get("groups/MOVED").body()).contains("Taken");

    transfer.apply();
    transfer.says("Applied: 0 added, 1 changed.");
    assertThat(mailroom.rest().get("groups/MOVED").body()).contains("a@desk.example");
    transfer.look(document, "").isDone();
  }

  @Test
  void a_wrong_passphrase_is_told() {
    create("mailboxes", input("Sealed", host.imap(), "INBOX"));
    Rest rest = mailroom.rest().with("Mailroom-Passphrase", "correct horse battery");
    String sealed = rest.get("configuration?secrets=sealed").body();

    TransferScreen transfer = logIn().transfer().look(sealed, "another passphrase");
    assertThat(transfer.problems()).containsText("This does not open");

    transfer.look(sealed, "correct horse battery").isDone();
  }

  private Screen logIn() {
    return LogInScreen.at(mailroom.url(), chromium.page()).logIn("admin", RunningMailroom.PASSWORD);
  }

  private void save(String what, String json) {
    Rest.Answer answer = mailroom.rest().send("PUT", what, "application/json", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static Locator header(Screen screen, String column) {
    return screen.page.locator("th").filter(new Locator.FilterOptions().setHasText(column)).first();
  }

  private static Locator row(Screen screen, String text) {
    return screen
        .page
        .locator("[id='list:table'] tbody tr")
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static String input(String name, int port, String folder) {
    return """
    {"name": "%s", "type": "INPUT", "server": "127.0.0.1", "port": %d, "security": "NONE",
     "authentication": "PASSWORD", "user": "%s", "password": "%s", "protocol": "IMAP", "folder": "%s"}"""
        .formatted(name, port, USER, PASSWORD, folder);
  }

  private long create(String what, String json) {
    Rest.Answer answer = mailroom.rest().post(what, "application/json", json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().getJsonNumber("id").longValue();
  }
}
