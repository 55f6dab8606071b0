package org.mailroom.demo;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.Contracts;
import org.mailroom.flow.Flows;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.people.GroupView;
import org.mailroom.people.People;
import org.mailroom.vault.Secret;

/**
 * What a first look needs: two customers with a mail identity each, and a flow that uses both
 * kinds.
 */
@Stateless
public class SampleData {
  /** A customer of the demo, known by the name of its contract. */
  record Customer(String contract, String client, String domain, String desk) {}

  static final List<Customer> CUSTOMERS =
      List.of(
          new Customer("XPTO-2026", "XPTO Company", "xpto.example", "helpdesk@xpto.example"),
          new Customer("C2-2026", "Company2", "company2.example", "support@company2.example"));
  static final String DEFAULT_SENDER = "servicedesk@mailroom.example";
  private static final String FLOW = "welcome";

  @Inject DemoMailServer server;
  @Inject Mailboxes mailboxes;
  @Inject Contracts contracts;
  @Inject People people;
  @Inject Flows flows;

  /** Makes what is missing, in one transaction; a second start finds everything there. */
  public void prepare() {
    CUSTOMERS.forEach(customer -> server.open(customer.desk()));
    if (contracts.clients().isEmpty()) {
      make();
    }
    announce();
  }

  private void make() {
    MailboxId standard =
        mailboxes.register(output("System default", DEFAULT_SENDER, "Service desk")).id();
    mailboxes.makeDefault(standard);
    people.saveGroup(
        new GroupView(
            "SERVICE-DESK", "Service desk", List.of(new EmailAddress("agents@mailroom.example"))));
    flows.save(resource("welcome.bpmn"));
    CUSTOMERS.forEach(this::make);
  }

  private void make(Customer customer) {
    var output =
        mailboxes.register(
            output(customer.client() + " out", customer.desk(), customer.client() + " help desk"));
    var input = mailboxes.register(input(customer.client() + " in", customer.desk()));
    contracts.register(contract(customer, output.id(), input.id()));
  }

  private static ContractDraft contract(Customer customer, MailboxId output, MailboxId input) {
    return new ContractDraft(
        customer.contract(),
        customer.client(),
        customer.domain(),
        null,
        null,
        null,
        output,
        input,
        FLOW,
        null,
        null,
        null);
  }

  private MailboxDraft output(String name, String sender, String senderName) {
    return new MailboxDraft(
        name,
        MailboxType.OUTPUT,
        "127.0.0.1",
        server.smtpPort(),
        Security.NONE,
        Authentication.NONE,
        null,
        null,
        false,
        null,
        null,
        sender,
        senderName,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private MailboxDraft input(String name, String address) {
    return new MailboxDraft(
        name,
        MailboxType.INPUT,
        "127.0.0.1",
        server.imapPort(),
        Security.NONE,
        Authentication.PASSWORD,
        address,
        Secret.of(DemoMailServer.PASSWORD),
        false,
        Protocol.IMAP,
        "INBOX",
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String resource(String name) {
    try (InputStream stream = SampleData.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The launcher prints this below its ready line. */
  private void announce() {
    System.setProperty(
        "mailroom.welcome",
        """
        Demo: log in as admin with the password mailroom-demo (unless you have changed it).
        Demo mail server on 127.0.0.1: SMTP %d, IMAP %d, POP3 %d. What it received: page "Demo mail".
        Ctrl-C stops everything; the data stays in ./data.\
        """
            .formatted(server.smtpPort(), server.imapPort(), server.pop3Port()));
  }
}
