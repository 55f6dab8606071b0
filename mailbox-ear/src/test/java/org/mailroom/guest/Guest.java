package org.mailroom.guest;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mailroom.access.Role;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.Contracts;
import org.mailroom.database.Database;
import org.mailroom.flow.Flows;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.Security;
import org.mailroom.people.AccountDraft;
import org.mailroom.people.Accounts;
import org.mailroom.request.Contact;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.ServiceRequests;
import org.mailroom.vault.Secret;

/**
 * Registers an operator, a mailbox and a contract and opens a request, in nobody's name and all in
 * one transaction of its own.
 */
@Startup
@Singleton
public class Guest {
  /** The port of the SMTP server that the test has started. */
  public static final String SMTP_PORT = "GUEST_SMTP_PORT";

  /** Somebody whom the guest registers, with this log-in and password. */
  public static final String OPERATOR = "guest-operator";

  @Inject Database database;
  @Inject Accounts accounts;
  @Inject Mailboxes mailboxes;
  @Inject Contracts contracts;
  @Inject Flows flows;
  @Inject ServiceRequests requests;

  @PostConstruct
  void open() {
    database.ready();
    accounts.register(AccountDraft.of(OPERATOR, Role.OPERATOR), Optional.of(Secret.of(OPERATOR)));
    flows.save(flow());
    MailboxId outbox = mailboxes.register(outbox()).id();
    ContractId contract = contracts.register(contract(outbox)).id();
    requests.open(
        OpenRequest.of(
            contract,
            "From a guest",
            "Opened by injection.",
            new Contact("Ana", Optional.of(new EmailAddress("ana@customer.example"))),
            "api"));
  }

  private static MailboxDraft outbox() {
    return new MailboxDraft(
        "Guest out",
        MailboxType.OUTPUT,
        "127.0.0.1",
        Integer.valueOf(System.getenv(SMTP_PORT)),
        Security.NONE,
        Authentication.NONE,
        null,
        null,
        false,
        null,
        null,
        "guest@guest.example",
        "Guest",
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

  private static ContractDraft contract(MailboxId outbox) {
    return new ContractDraft(
        "GUEST-1",
        "Guest Ltd",
        null,
        null,
        null,
        null,
        outbox,
        null,
        "two-identities",
        null,
        null,
        null);
  }

  private static String flow() {
    try (InputStream stream = Guest.class.getResourceAsStream("/two-identities.bpmn")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
