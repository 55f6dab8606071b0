package org.mailroom.guest;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mailroom.contract.ContractDraft;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.failure.Problem;
import org.mailroom.flow.Flows;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.InvalidMailbox;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.Security;
import org.mailroom.vault.Secret;

/** A customer of the other module gets a mail identity here; both or neither. */
@Stateless
public class Onboarding {
  @Inject Mailboxes mailboxes;
  @Inject Contracts contracts;
  @Inject Flows flows;

  // tag::register[]
  /**
   * Registers an outbox and a contract: one transaction, so a refused contract leaves no outbox.
   */
  public ContractView register(String customer, String address, Secret password, String bpmn) {
    MailboxView outbox = mailboxes.register(outbox(customer, address, password));
    String flow = flows.save(bpmn).key();
    return contracts.register(contract(customer, outbox.id(), flow));
  }

  // end::register[]

  // tag::draft[]
  private static MailboxDraft outbox(String customer, String address, Secret password) {
    return new MailboxDraft(
        customer + " out",
        MailboxType.OUTPUT,
        "smtp.example.org",
        null, // the usual port of the security
        Security.STARTTLS,
        Authentication.PASSWORD,
        address,
        password,
        false,
        null,
        null,
        address,
        customer + " service desk",
        null,
        null, // certificates are verified
        null, // active
        null,
        null,
        null,
        null,
        null,
        null);
  }

  // end::draft[]

  // tag::session[]
  /** Sends by a Mail Session of the server: its operator keeps server and credentials. */
  public MailboxId outboxBySession(String name, String jndiName, String sender) {
    MailboxDraft draft =
        new MailboxDraft(
            name,
            MailboxType.OUTPUT,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            sender,
            null,
            null,
            null,
            null,
            null,
            null,
            jndiName,
            null,
            null,
            null);
    return mailboxes.register(draft).id();
  }

  // end::session[]

  private static ContractDraft contract(String customer, MailboxId outbox, String flow) {
    return new ContractDraft(
        customer,
        customer,
        null,
        null,
        null,
        null,
        outbox,
        null,
        flow,
        WhenOutboxUnavailable.WAIT,
        SenderPolicy.ANYONE,
        null);
  }

  // tag::refused[]
  /** What a person must correct; nothing if it is registered. */
  public List<Problem> registerOrTell(MailboxDraft draft) {
    try {
      mailboxes.register(draft);
      return List.of();
    } catch (InvalidMailbox invalid) {
      // the refusal has marked the transaction for roll-back: tell it, and end
      return invalid.problems();
    }
  }

  // end::refused[]

  // tag::change[]
  /** Changes what was seen, and not what somebody else has made of it since. */
  public MailboxView change(MailboxView seen, MailboxDraft draft) {
    return mailboxes.change(seen.id(), draft, Optional.of(seen.version()));
  }

  // end::change[]
}
