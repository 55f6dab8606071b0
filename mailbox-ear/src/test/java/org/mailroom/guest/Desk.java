package org.mailroom.guest;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mailroom.contract.ContractNotFound;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.Contracts;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.Priority;
import org.mailroom.paging.Slice;
import org.mailroom.request.Contact;
import org.mailroom.request.NewOccurrence;
import org.mailroom.request.OpenRequest;
import org.mailroom.request.RequestNumber;
import org.mailroom.request.ServiceRequests;
import org.mailroom.routing.OutboxChoice;
import org.mailroom.routing.OutboxRouting;
import org.mailroom.routing.RoutingDecision;

/** The other module opens requests here, and writes to the people they are for. */
@Stateless
public class Desk {
  @Inject Contracts contracts;
  @Inject ServiceRequests requests;
  @Inject OutboxRouting routing;
  @Inject Outbox outbox;

  // tag::open[]
  /** The request, its flow and the mails that the flow sends at once commit with the caller. */
  public RequestNumber open(String contractNumber, String title, String email) {
    ContractView contract =
        contracts
            .withNumber(contractNumber)
            .orElseThrow(() -> new ContractNotFound(contractNumber));
    Contact contact = new Contact("", EmailAddress.parse(email));
    return requests
        .open(OpenRequest.of(contract.id(), title, "Opened by the shop.", contact, "api"))
        .number();
  }

  public void tell(RequestNumber number, String words) {
    requests.append(number, NewOccurrence.of("shop", "api", words));
  }

  // end::open[]

  // tag::send[]
  /** A mail of its own under the contract's identity: queued now, sent after the commit. */
  public OutboxMessageId send(RequestNumber number, EmailAddress to, String subject, String text) {
    var request = requests.get(number);
    RoutingDecision decision =
        routing.decide(request.contract(), new OutboxChoice(true, Optional.empty()));
    return outbox.enqueue(
        new OutgoingMail(
            decision.route(),
            decision.explanation(),
            List.of(to),
            decision.replyTo(),
            subject,
            text,
            "",
            List.of(),
            number.toString(),
            request.contract().toString(),
            Priority.ROUTINE,
            "shop",
            decision.hold()));
  }

  /** What became of the mails about a request. */
  public List<OutboxMessageView> mailsAbout(RequestNumber number) {
    return outbox.list(OutboxQuery.about(number.toString()), Slice.first(50)).items();
  }

  // end::send[]
}
