package org.mailroom.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.deployed.MailHost.header;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.browser.EmptyDesk.Customer;
import org.mailroom.deployed.Await;
import org.mailroom.deployed.RunningMailroom;

/**
 * The manual's seven steps as a person does them, from an empty database to mail of two identities.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SevenStepsIT {
  private static final String FLOW = "Tell the customer";
  private static final String CONTACT = "ana@customer.example";

  @RegisterExtension final Chromium chromium = new Chromium();
  @AutoClose private EmptyDesk desk;

  @BeforeAll
  void start(@TempDir Path directory) {
    desk = new EmptyDesk(directory);
  }

  @Test
  void mail_leaves_by_the_identity_of_its_contract_and_comes_back_to_its_request() {
    Screen console = logIn();
    register(desk.xpto, "IMAP", console);
    register(desk.company2, "POP3", console);
    draw(console);
    console.contracts().edit(desk.xpto.contract()).run(FLOW).save();
    console.contracts().edit(desk.company2.contract()).run(FLOW).save();

    openAndWatch(desk.company2, "Screen", console);
    openAndWatch(desk.xpto, "Printer", console);
    chromium.picture("request");
    assertThat(desk.standard.receivedBy(CONTACT))
        .hasSize(2)
        .allMatch(mail -> header(mail, "From").contains(EmptyDesk.SENDER));

    aReplyIsLogged(console);
    aMailBecomesARequest(desk.company2, console);
  }

  private Screen logIn() {
    return LogInScreen.at(desk.mailroom.url(), chromium.page())
        .logIn("admin", RunningMailroom.PASSWORD);
  }

  private void register(Customer customer, String provider, Screen console) {
    registerOutput(customer, console);
    registerInput(customer, provider, console);
    renameAndPause(customer, console);
    registerContract(customer, console);
  }

  private static void registerOutput(Customer customer, Screen console) {
    console
        .mailboxes()
        .create()
        .type("Output")
        .describe("to be renamed")
        .sender(customer.address(), customer.client() + " help desk")
        .connect(customer.host().smtp(), customer.address(), EmptyDesk.MAILBOX_PASSWORD)
        .check()
        .save();
  }

  private static void registerInput(Customer customer, String provider, Screen console) {
    int port = provider.equals("IMAP") ? customer.host().imap() : customer.host().pop3();
    console
        .mailboxes()
        .create()
        .type("Input")
        .describe(customer.input())
        .provider(provider)
        .connect(port, customer.address(), EmptyDesk.MAILBOX_PASSWORD)
        .readExisting()
        .check()
        .save();
  }

  private void renameAndPause(Customer customer, Screen console) {
    MailboxListScreen list =
        console.mailboxes().edit("to be renamed").describe(customer.output()).save();
    list.pause(customer.output());
    assertThat(list.rows(customer.output())).containsText("Paused");
    list.resume(customer.output());
    assertThat(list.rows(customer.output())).not().containsText("Paused");
    assertThat(list.rows("to be renamed")).hasCount(0);
    chromium.picture("mailboxes");
  }

  private static void registerContract(Customer customer, Screen console) {
    console
        .contracts()
        .create()
        .describe(customer.contract(), customer.client())
        .link(customer.output(), customer.input())
        .save()
        .edit(customer.contract())
        .save();
    assertThat(console.contracts().rows(customer.contract())).hasCount(1);
    assertThat(console.contracts().rows(customer.contract())).containsText(customer.output());
  }

  private void draw(Screen console) {
    FlowScreen flow = console.flows().create().name(FLOW).diagram();
    flow.edit("email")
        .identify("Confirm", "confirm")
        .configureOutbox("Default")
        .write("Default: ${request.title}", "We have received your request.")
        .apply();
    EmailDialog specific =
        flow.emailBelow("confirm")
            .identify("Answer", "answer")
            .tellTheContact()
            .configureOutbox("Specific")
            .write("Specific: ${request.title}", "This is ${contract.client}.");
    chromium.picture("flow");
    specific.apply();
    flow.disconnect("to_end").connect("confirm", "answer").connect("answer", "end");
    flow.saveAs(FLOW, 1);
  }

  private void openAndWatch(Customer customer, String title, Screen console) {
    console
        .requests()
        .create()
        .open(customer.contract(), title, CONTACT)
        .sentFrom(EmptyDesk.SENDER)
        .sentFrom(customer.address())
        .hasBeenThrough("confirm")
        .hasBeenThrough("answer")
        .hasBeenThrough("end")
        .scrollToMails();
    assertThat(customer.host().receivedBy(CONTACT)).hasSize(1);
    MimeMessage mail = customer.host().receivedBy(CONTACT).get(0);
    assertThat(header(mail, "From")).contains(customer.client() + " help desk", customer.address());
    assertThat(header(mail, "Subject")).startsWith("Specific: " + title);
  }

  private void aReplyIsLogged(Screen console) {
    MimeMessage mail = desk.xpto.host().receivedBy(CONTACT).get(0);
    put(desk.xpto, "Re: Printer", "In-Reply-To: " + header(mail, "Message-ID"), "It burns again.");
    console.requests().open("Printer").logs("It burns again.");
    assertThat(console.requests().rows(desk.xpto.contract())).hasCount(1);
  }

  private void aMailBecomesARequest(Customer customer, Screen console) {
    put(customer, "My chair", "Importance: normal", "It has three legs.");
    Await.until("the mail is a request", () -> console.requests().rows("My chair").count() == 1);
    assertThat(console.requests().rows("My chair")).containsText(customer.contract());
    assertThat(console.requests().rows("My chair")).containsText(CONTACT);
    console.requests().open("My chair").sentFrom(customer.address());
  }

  private static void put(Customer customer, String subject, String header, String text) {
    customer
        .host()
        .put(
            customer.address(),
            """
            From: Ana <%s>
            To: %s
            Subject: %s
            Message-ID: <%s.%s@customer.example>
            Date: Sun, 22 Nov 2026 12:00:00 +0000
            %s
            Content-Type: text/plain; charset=UTF-8

            %s
            """
                .formatted(
                    CONTACT,
                    customer.address(),
                    subject,
                    // mail to another customer is another mail
                    customer.contract(),
                    subject.hashCode(),
                    header,
                    text));
  }

  @Test
  void a_mailbox_is_tried_before_it_is_saved() {
    Customer customer = desk.trials;
    Screen console = logIn();
    registerInput(customer, "IMAP", console);
    MailboxFormScreen output = console.mailboxes().create().type("Output");
    output
        .describe("tried only")
        .sender(customer.address(), customer.client())
        .connect(customer.host().smtp(), customer.address(), EmptyDesk.MAILBOX_PASSWORD)
        .check();
    output
        .trial("Send test to…")
        .fill("Addressee", CONTACT)
        .press("Send")
        .says("The server accepted the message")
        .close();
    assertThat(customer.host().receivedBy(CONTACT)).hasSize(1);
    TrialDialog trip =
        output
            .trial("Round trip…")
            .choose("Input mailbox", customer.input())
            .fill("Address that leads to the inbox", customer.address())
            .press("Start")
            .says("The message made the round");
    chromium.picture("round-trip");
    trip.close();

    put(customer, "My chair", "Importance: normal", "It has three legs.");
    MailboxFormScreen input = console.mailboxes().edit(customer.input());
    TrialDialog preview = input.trial("Preview inbox").says("My chair").says(CONTACT);
    chromium.picture("preview");
    preview.close();
    input.trial("Browse…").choose("INBOX");
    input.showsFolder("INBOX");
  }

  @Test
  void what_is_wrong_is_told_where_it_is_wrong() {
    LogInScreen.at(desk.mailroom.url(), chromium.page()).isRefused("admin", "no such password");
    Screen console = logIn();
    console
        .mailboxes()
        .create()
        .type("Output")
        .isRefusedAt("Description", "Sender", "Server", "User (email address)", "Password");
    aMailboxInUseCannotBeDeleted(console);
  }

  private static void aMailboxInUseCannotBeDeleted(Screen console) {
    console
        .mailboxes()
        .create()
        .type("Output")
        .describe("In use")
        .sender("desk@client.example", "")
        .connect(25, "desk@client.example", EmptyDesk.MAILBOX_PASSWORD)
        .save();
    console.contracts().create().describe("USED-1", "A client").link("In use", "None").save();
    MailboxListScreen list = console.mailboxes();
    list.delete("In use");
    list.says("USED-1");
    assertThat(list.rows("In use")).hasCount(1);
  }
}
