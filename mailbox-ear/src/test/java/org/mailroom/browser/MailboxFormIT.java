package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.options.WaitUntilState.COMMIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.deployed.RunningMailroom;
import org.mailroom.dns.DnsServer;

/** Registering a mailbox of any provider, as a person does it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxFormIT {
  private static final String SECRET = "s3cret-Of-A-Mailbox";
  private static final int FIELDS_AT_MOST = 60;

  @RegisterExtension final Chromium chromium = new Chromium();
  @AutoClose private DnsServer dns;
  @AutoClose private RunningMailroom mailroom;

  @BeforeAll
  void start(@TempDir Path directory) throws IOException {
    dns =
        new DnsServer()
            .service("_imaps._tcp.xpto.example", 0, 0, 993, "imap.xpto.example")
            .mailExchanger("company2.example", 0, "company2.mail.protection.outlook.com");
    mailroom = RunningMailroom.in(directory, Map.of("JAVA_TOOL_OPTIONS", namesFromHere(directory)));
  }

  /** No name is looked up outside: not those of hosts, not those of domains. */
  private String namesFromHere(Path directory) throws IOException {
    Path hosts = directory.resolve("hosts");
    String self = InetAddress.getLocalHost().getHostName();
    Files.writeString(hosts, "127.0.0.1 localhost " + self + System.lineSeparator());
    return "-Djdk.net.hosts.file=%s -Ddns.server=127.0.0.1:%d"
        .formatted(hosts, dns.address().getPort());
  }

  private Screen logIn() {
    return logIn(chromium.page());
  }

  private Screen logIn(Page page) {
    return LogInScreen.at(mailroom.url(), page).logIn("admin", RunningMailroom.PASSWORD);
  }

  @Test
  void each_service_fills_in_how_to_connect() {
    MailboxFormScreen form = logIn().mailboxes().create().type("Output");
    form.service("Microsoft 365").leadsTo("smtp.office365.com", "587", "STARTTLS", "OAuth2");
    assertThat(form.note()).containsText("Authenticated SMTP");
    form.service("Google").leadsTo("smtp.gmail.com", "465", "TLS", "OAuth2");
    form.service("Zoho").leadsTo("smtppro.zoho.com", "465", "TLS", "Password");
    form.service("Yahoo").leadsTo("smtp.mail.yahoo.com", "465", "TLS", "Password");
    form.service("iCloud").leadsTo("smtp.mail.me.com", "587", "STARTTLS", "Password");
    form.service("Fastmail").leadsTo("smtp.fastmail.com", "465", "TLS", "Password");
    form.service("OVH").leadsTo("smtp.mail.ovh.net", "465", "TLS", "Password");
    form.service("Locaweb").leadsTo("smtp.email-ssl.com.br", "465", "TLS", "Password");
    form.service("Other").leadsTo("smtp.email-ssl.com.br", "465", "TLS", "Password");

    form = form.mailboxes().create().type("Input");
    form.service("Google").leadsTo("imap.gmail.com", "993", "TLS", "OAuth2");
    form.provider("POP3").leadsTo("pop.gmail.com", "995", "TLS", "OAuth2");
    form.service("iCloud").leadsTo("imap.mail.me.com", "993", "TLS", "Password");
  }

  @Test
  void the_port_follows_until_a_person_types_one() {
    MailboxFormScreen form = logIn().mailboxes().create().type("Input");
    form.shows("Server port", "993").fields().choose("TLS/SSL", "STARTTLS");
    form.shows("Server port", "143").provider("POP3").shows("Server port", "110");
    form.fields().fill("Server port", "2110").choose("TLS/SSL", "TLS");
    form.shows("Server port", "2110").fields().fill("Server port", "").choose("TLS/SSL", "None");
    form.shows("Server port", "110");
  }

  @Test
  void a_field_that_is_left_tells_its_problem_and_saving_leads_to_the_first() {
    MailboxFormScreen form = logIn().mailboxes().create().type("Output");
    form.isTold("Description", "", "Give the mailbox a name")
        .isTold("Sender", "desk at xpto", "Write one e-mail address")
        .isTold("Server", "imaps://mail.xpto.example", "Only a host name")
        .isTold("Server", "10.1.2.3", "MAILROOM_ALLOWED_HOSTS")
        .isTold("Server port", "70000", "from 1 to 65535")
        .isTold("Server port", "many", "from 1 to 65535")
        .isContent("Server port", "2525")
        .isContent("Server", "mail.xpto.example");

    form.isRefusedAt("Description", "Sender", "Password");
    assertThat(form.fields().field("Description")).isFocused();
    assertThat(form.page.locator("#summary li")).hasCount(3);
    form.isContent("Description", "Summed up");
    assertThat(form.page.locator("#summary li")).hasCount(2);
  }

  @Test
  void a_kind_that_is_chosen_before_the_page_is_all_there_opens_its_fields() {
    logIn();
    Page page = chromium.page();
    AtomicReference<Route> late = new AtomicReference<>();
    page.route("**/mailbox-form.js*", late::set);
    page.navigate(
        mailroom.url() + "mailbox/form.xhtml", new NavigateOptions().setWaitUntil(COMMIT));
    page.locator("[id='form:type:0']").check();
    page.waitForCondition(() -> late.get() != null);
    late.get().resume();
    assertThat(page.locator("[id='form:name']")).isVisible();
  }

  @Test
  void a_mailbox_is_registered_by_keyboard_alone() {
    logIn().mailboxes().create();
    Page page = chromium.page();
    tabTo("form:type:0");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[id='form:name']")).isVisible();
    tabTo("form:name");
    page.keyboard().type("By keyboard");
    tabTo("form:sender");
    page.keyboard().type("desk@fastmail.com");
    tabTo("form:senderName");
    page.keyboard().type("Desk");
    tabTo("form:service");
    assertThat(page.locator("[id='form:server']")).hasValue("smtp.fastmail.com");
    tabTo("form:boxSecret");
    page.keyboard().type(SECRET);
    page.keyboard().press("Enter");

    MailboxListScreen list = new MailboxListScreen(page);
    list.says("saved");
    assertThat(list.rows("By keyboard")).containsText("desk@fastmail.com");
  }

  /** Presses Tab until a field has the focus, and sees that the focus is visible on the way. */
  private void tabTo(String id) {
    Page page = chromium.page();
    Fields.settle(page);
    for (int steps = 0; steps < FIELDS_AT_MOST; steps++) {
      page.keyboard().press("Tab");
      Fields.settle(page);
      if (id.equals(page.evaluate("() => document.activeElement.id"))) {
        return;
      }
    }
    throw new AssertionError("Tab does not lead to " + id);
  }

  @Test
  void what_is_not_saved_is_not_lost_unasked() {
    List<String> questions = new ArrayList<>();
    Page page = chromium.page();
    MailboxFormScreen form = logIn().mailboxes().create().type("Input");
    page.onDialog(
        question -> {
          questions.add(question.type());
          question.dismiss();
        });
    form.describe("Kept");
    form.link("Back").click();
    page.waitForCondition(() -> !questions.isEmpty());
    form.shows("Description", "Kept");

    questions.clear();
    form.address("Address", "desk@xpto.example").connect(993, "desk", SECRET).save();
    assertThat(questions).isEmpty();
  }

  @Test
  void of_two_who_edit_the_second_is_told_and_nothing_is_overwritten() {
    MailboxListScreen list = logIn().mailboxes();
    list.create()
        .type("Input")
        .describe("For two")
        .address("Address", "desk@xpto.example")
        .connect(2993, "desk", SECRET)
        .save();
    MailboxFormScreen mine = new MailboxListScreen(chromium.page()).edit("For two");
    try (BrowserContext elsewhere = chromium.visit()) {
      MailboxFormScreen theirs = logIn(elsewhere.newPage()).mailboxes().edit("For two");
      theirs.fields().fill("Inbox folder", "Support");
      theirs.describe("Theirs").save();
    }

    mine.describe("Mine").fields().press("Save");
    mine.says("Somebody else has changed this mailbox");
    assertThat(mine.page.locator(".changed tbody tr")).hasCount(2);
    assertThat(mine.page.locator(".changed")).containsText("Theirs");
    assertThat(mine.page.locator(".changed")).containsText("admin, ");
    mine.shows("Description", "Mine").shows("Inbox folder", "Support");

    MailboxFormScreen saved = mine.save().edit("Mine");
    saved.shows("Inbox folder", "Support").shows("Server port", "2993");
  }

  @Test
  void an_address_is_enough_to_find_out_how_to_connect() {
    MailboxFormScreen input = logIn().mailboxes().create().type("Input");
    input.address("Address", "desk@xpto.example").findSettings("imap.xpto.example:993");
    input
        .leadsTo("imap.xpto.example", "993", "TLS", "Password")
        .shows("User (email address)", "desk@xpto.example");

    MailboxFormScreen output = input.mailboxes().create().type("Output");
    output.address("Sender", "desk@company2.example").findSettings("smtp.office365.com:587");
    output.leadsTo("smtp.office365.com", "587", "STARTTLS", "OAuth2");
    assertThat(output.note()).containsText("Authenticated SMTP");
  }

  @Test
  void the_other_direction_of_an_account_begins_with_what_is_known_and_asks_for_the_password() {
    MailboxFormScreen output = logIn().mailboxes().create().type("Output");
    output.describe("Pair out").sender("pair@fastmail.com", "Desk");
    output.shows("Server", "smtp.fastmail.com").fields().fill("Password", SECRET);

    MailboxFormScreen input = output.save().otherDirection("incoming");
    input
        .shows("Address", "pair@fastmail.com")
        .leadsTo("imap.fastmail.com", "993", "TLS", "Password")
        .shows("User (email address)", "pair@fastmail.com")
        .shows("Password", "");
    input.describe("Pair in").fields().fill("Password", SECRET);

    MailboxListScreen both = input.save();
    assertThat(both.rows("pair@fastmail.com")).hasCount(2);
    assertThat(both.page.getByText("of the same account")).hasCount(0);
  }
}
