package org.mailroom.console;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import org.mailroom.contract.ContractStatus;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.SenderPolicy;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.contract.WhenOutboxUnavailable;
import org.mailroom.flow.FlowView;
import org.mailroom.flow.Flows;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.outbox.MessageState;
import org.mailroom.paging.Slice;
import org.mailroom.people.GroupView;
import org.mailroom.people.People;
import org.mailroom.people.PersonView;
import org.mailroom.request.Situation;
import org.mailroom.template.TemplateView;
import org.mailroom.template.Templates;
import org.mailroom.watch.BulkState;

/** What the fields with a choice offer. */
@Named
@RequestScoped
public class Choices {
  @EJB Mailboxes mailboxes;
  @EJB Contracts contracts;
  @EJB Flows flows;
  @EJB Templates templates;
  @EJB People people;

  public List<MailboxView> getOutputMailboxes() {
    return mailboxes.ofType(MailboxType.OUTPUT);
  }

  public List<MailboxView> getInputMailboxes() {
    return mailboxes.ofType(MailboxType.INPUT);
  }

  public List<ContractView> getContracts() {
    return contracts.list(null, Slice.first(Slice.MAX_SIZE)).items();
  }

  /** The clients whose name holds the text typed so far. */
  public List<String> clients(String typed) {
    String wanted = typed.toLowerCase(Locale.ROOT);
    return contracts.clients().stream()
        .filter(client -> client.toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  public List<FlowView> getFlows() {
    return flows.list();
  }

  public List<TemplateView> getTemplates() {
    return templates.list().stream().filter(TemplateView::active).toList();
  }

  public List<GroupView> getGroups() {
    return people.groups();
  }

  /** The people that mail can reach. */
  public List<PersonView> getPersons() {
    return people.persons().stream().filter(person -> person.email().isPresent()).toList();
  }

  public List<MailboxType> getMailboxTypes() {
    return List.of(MailboxType.values());
  }

  /** How a mailbox of a type may sign in. */
  public List<Authentication> authentications(MailboxType type) {
    return type == MailboxType.INPUT
        ? List.of(Authentication.PASSWORD, Authentication.OAUTH2)
        : List.of(Authentication.values());
  }

  public List<MailboxStatus> getMailboxStatuses() {
    return List.of(MailboxStatus.values());
  }

  public List<Trouble> getTroubles() {
    return List.of(Trouble.values());
  }

  public List<BulkState> getBulkStates() {
    return List.of(BulkState.values());
  }

  public List<Security> getSecurities() {
    return List.of(Security.values());
  }

  public List<Protocol> getProtocols() {
    return List.of(Protocol.values());
  }

  public List<ContractStatus> getContractStatuses() {
    return List.of(ContractStatus.values());
  }

  public List<WhenOutboxUnavailable> getWhenOutboxUnavailable() {
    return List.of(WhenOutboxUnavailable.values());
  }

  public List<WhenFileRefused> getWhenFileRefused() {
    return List.of(WhenFileRefused.values());
  }

  public List<SenderPolicy> getSenderPolicies() {
    return List.of(SenderPolicy.values());
  }

  public List<Situation> getSituations() {
    return List.of(Situation.values());
  }

  public List<MessageState> getMessageStates() {
    return List.of(MessageState.values());
  }

  public List<ReceivedState> getReceivedStates() {
    return List.of(ReceivedState.values());
  }
}
