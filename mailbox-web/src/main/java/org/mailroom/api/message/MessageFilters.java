package org.mailroom.api.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.mailroom.api.query.Parameter;
import org.mailroom.api.reference.ContractReferences;
import org.mailroom.api.reference.MailboxReferences;
import org.mailroom.contract.ContractId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.OutboxQuery;

/** Reads which messages a list shall show. */
@ApplicationScoped
class MessageFilters {
  /** As the caller states them. */
  public static class Parameters {
    @QueryParam("request")
    String request;

    @QueryParam("state")
    String state;

    @QueryParam("mailbox")
    String mailbox;

    @QueryParam("contract")
    String contract;

    @QueryParam("q")
    String text;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;
  }

  @Inject MailboxReferences mailboxes;
  @Inject ContractReferences contracts;
  @Inject Clock clock;

  OutboxQuery query(Parameters wanted) {
    return new OutboxQuery(
        Parameter.text(wanted.request),
        Parameter.choice("state", wanted.state, MessageState.class),
        Parameter.text(wanted.mailbox).map(this::lane),
        Parameter.text(wanted.contract).map(contracts::get).map(ContractId::toString),
        Parameter.text(wanted.text),
        Parameter.moment("from", wanted.from, clock.getZone()),
        Parameter.moment("to", wanted.to, clock.getZone()));
  }

  private Lane lane(String name) {
    return switch (name) {
      case "session", "none" -> Lane.parse(name);
      default -> Lane.of(mailboxes.get(name, MailboxType.OUTPUT));
    };
  }
}
