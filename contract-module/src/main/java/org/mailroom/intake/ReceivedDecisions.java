package org.mailroom.intake;

import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.contract.ReleasedSenders;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.ReceivedView;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.RequestView;
import org.mailroom.request.ServiceRequests;

/**
 * What a person makes of mail that was ignored or is in quarantine. Each decision is one
 * transaction with what comes of it, and is audited. Stateless and thread-safe.
 */
@Stateless
@Allowed(OPERATOR)
public class ReceivedDecisions {
  @EJB ReceivedMails received;
  @EJB ServiceRequests requests;
  @EJB Contracts contracts;
  @EJB ReleasedSenders released;
  @Inject Judge judge;
  @Inject Filing filing;
  @Inject MailFiles files;
  @EJB Audit audit;

  /**
   * Writes the mail on a request, with its attachments; its sender takes part from now on. A closed
   * or resolved request is reopened.
   *
   * @throws org.mailroom.failure.Conflict if something has come of the mail meanwhile
   */
  public void assign(ReceivedId id, RequestNumber number) {
    RequestView request = requests.get(number);
    String reason = "Assigned to request %s by %s.".formatted(number, audit.caller());
    received.decide(id, Outcome.appended(number.toString(), reason));
    received
        .parsed(id)
        .fold(mail -> append(mail, request), refusal -> appendWhole(id, request, refusal));
  }

  private RequestNumber append(IncomingMail mail, RequestView request) {
    filing.append(
        request,
        judge.facts(mail, () -> received.raw(mail.id())),
        files.taken(mail, contracts.get(request.contract())));
    requests.copy(request.number(), mail.from().stream().toList());
    return request.number();
  }

  private RequestNumber appendWhole(ReceivedId id, RequestView request, String refusal) {
    filing.appendWhole(request, received.get(id), refusal, received.raw(id));
    return request.number();
  }

  /**
   * Opens a request for the mail, whatever its sender and the rules of its mailbox.
   *
   * @throws org.mailroom.failure.Conflict if something has come of the mail meanwhile
   * @throws org.mailroom.request.InvalidRequest if the contract does not run today
   */
  public RequestNumber open(ReceivedId id, ContractId contract) {
    ContractView under = contracts.get(contract);
    ReceivedView mail = received.get(id);
    RequestNumber opened =
        received
            .parsed(id)
            .fold(
                read ->
                    filing.open(
                        under, judge.facts(read, () -> received.raw(id)), files.taken(read, under)),
                refusal -> filing.openWhole(under, mail, refusal, received.raw(id)));
    String reason = "Opened under contract %s by %s.".formatted(under.number(), audit.caller());
    received.decide(id, Outcome.opened(opened.toString(), reason));
    return opened;
  }

  /**
   * Lets the sender in under the contract that reads from the mail's mailbox, whatever its policy.
   *
   * @param runAgain whether all quarantined mail of this sender in the mailbox is decided anew
   * @return how many mails are decided anew
   * @throws NoSenderToRelease if the mail names no readable sender, or its mailbox has no contract
   */
  public int releaseSender(ReceivedId id, boolean runAgain) {
    ReceivedView mail = received.get(id);
    EmailAddress sender =
        EmailAddress.parse(mail.from())
            .orElseThrow(() -> new NoSenderToRelease(id, "it names no readable sender."));
    ContractView contract =
        contracts
            .readingFrom(mail.mailbox())
            .orElseThrow(() -> new NoSenderToRelease(id, "no contract reads from its mailbox."));
    released.release(contract.id(), sender);
    List<ReceivedId> waiting =
        runAgain ? received.quarantinedFrom(mail.mailbox(), sender) : List.of();
    waiting.forEach(received::runAgain);
    return waiting.size();
  }

  /** Ignores the mail; it stays in the ledger with its content. */
  public void discard(ReceivedId id) {
    received.decide(id, Outcome.ignored("Discarded by %s.".formatted(audit.caller())));
  }

  /** Does the same to several; those that something has come of already are left as they are. */
  public BulkOutcome all(ReceivedAction action, List<ReceivedId> ids) {
    List<ReceivedId> done = new ArrayList<>();
    List<ReceivedId> refused = new ArrayList<>();
    for (ReceivedId id : ids.stream().distinct().toList()) {
      if (isOpen(id)) {
        perform(action, id);
        done.add(id);
      } else {
        refused.add(id);
      }
    }
    return new BulkOutcome(done, refused);
  }

  // asked beforehand, as a refusal would roll all of them back
  private boolean isOpen(ReceivedId id) {
    Optional<ReceivedState> state = received.find(id).map(ReceivedView::state);
    return state
        .filter(it -> it == ReceivedState.IGNORED || it == ReceivedState.QUARANTINED)
        .isPresent();
  }

  private void perform(ReceivedAction action, ReceivedId id) {
    switch (action) {
      case RUN_AGAIN -> received.runAgain(id);
      case DISCARD -> discard(id);
    }
  }
}
