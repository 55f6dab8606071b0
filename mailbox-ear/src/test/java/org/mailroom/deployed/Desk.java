package org.mailroom.deployed;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A service desk set up over REST as the issue describes it: a default outbox and two customers,
 * each with a mail server, an Output and an Input mailbox (one over IMAP, one over POP3), and one
 * flow.
 */
final class Desk implements AutoCloseable {
  static final String MAILBOX_PASSWORD = "s3cret-Of-A-Mailbox";
  static final String FLOW = "two-identities";

  /**
   * One customer: its contract's number, its desk's address and the server that address lives on.
   */
  record Customer(String contract, String address, MailHost host, String protocol) {
    int inputPort() {
      return protocol.equals("IMAP") ? host.imap() : host.pop3();
    }
  }

  final MailHost standard = new MailHost();
  final Customer xpto = new Customer("XPTO-1", "helpdesk@xpto.example", new MailHost(), "IMAP");
  final Customer company2 =
      new Customer("C2-1", "support@company2.example", new MailHost(), "POP3");
  final RunningMailroom mailroom;

  Desk(Path directory) {
    mailroom = RunningMailroom.in(directory, environment());
    publish();
    register(xpto);
    register(company2);
  }

  private Map<String, String> environment() {
    return Map.of(
        "MAILROOM_MAIL_HOST", "127.0.0.1",
        "MAILROOM_MAIL_PORT", Integer.toString(standard.smtp()),
        "MAILROOM_MAIL_SECURITY", "NONE",
        "MAILROOM_MAIL_FROM", "desk@mailroom.example");
  }

  private void publish() {
    Rest.Answer answer = rest().post("flows", "application/xml", resource(FLOW + ".bpmn"));
    if (answer.status() != 201) {
      throw new AssertionError(answer);
    }
  }

  private void register(Customer customer) {
    customer.host().account(customer.address(), MAILBOX_PASSWORD);
    long output = id(rest().create("mailboxes", output(customer)));
    long input = id(rest().create("mailboxes", input(customer)));
    rest()
        .create(
            "contracts",
            Rest.json()
                .add("number", customer.contract())
                .add("client", customer.contract() + " Ltd")
                .add("startDate", "2020-01-01")
                .add("outputMailbox", output)
                .add("inputMailbox", input)
                .add("flow", FLOW));
  }

  private static JsonObjectBuilder output(Customer customer) {
    return Rest.json()
        .add("name", customer.contract() + " out")
        .add("type", "OUTPUT")
        .add("server", "127.0.0.1")
        .add("port", customer.host().smtp())
        .add("security", "NONE")
        .add("authentication", "PASSWORD")
        .add("user", customer.address())
        .add("password", MAILBOX_PASSWORD)
        .add("sender", customer.address())
        .add("senderName", customer.contract() + " help desk");
  }

  private static JsonObjectBuilder input(Customer customer) {
    return Rest.json()
        .add("name", customer.contract() + " in")
        .add("type", "INPUT")
        .add("server", "127.0.0.1")
        .add("port", customer.inputPort())
        .add("security", "NONE")
        .add("authentication", "PASSWORD")
        .add("user", customer.address())
        .add("password", MAILBOX_PASSWORD)
        .add("protocol", customer.protocol())
        .add("folder", "INBOX");
  }

  static long id(JsonObject created) {
    return created.getJsonNumber("id").longValue();
  }

  /** Opens a request; the contact's address tells its mails apart. */
  JsonObject open(Customer customer, String title, String email) {
    return rest()
        .create(
            "requests",
            Rest.json()
                .add("contract", customer.contract())
                .add("title", title)
                .add("description", "It is broken.")
                .add("contact", Rest.json().add("name", "Ana").add("email", email)));
  }

  Rest rest() {
    return mailroom.rest();
  }

  static String resource(String name) {
    try (InputStream stream = Desk.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    mailroom.close();
    standard.close();
    xpto.host().close();
    company2.host().close();
  }
}
