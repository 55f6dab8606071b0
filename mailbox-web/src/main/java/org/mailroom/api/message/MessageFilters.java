package org.mailroom.api.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.mailroom.api.problem.BadCall;
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

  OutboxQuery query(Parameters wanted) {
    return new OutboxQuery(
        Parameter.text(wanted.request),
        Parameter.choice("state", wanted.state, MessageState.class),
        Parameter.text(wanted.mailbox).map(this::lane),
        Parameter.text(wanted.contract).map(contracts::get).map(ContractId::toString),
        Parameter.text(wanted.text),
        moment("from", wanted.from),
        moment("to", wanted.to));
  }

  private Lane lane(String name) {
    return switch (name) {
      case "session", "none" -> Lane.parse(name);
      default -> Lane.of(mailboxes.get(name, MailboxType.OUTPUT));
    };
  }

  private static Optional<Instant> moment(String name, String text) {
    try {
      return Parameter.text(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException none) {
      throw BadCall.of(
          "WRONG_TYPE",
          name,
          "\"%s\" must be a moment such as 2026-11-26T08:00:00Z.".formatted(name));
    }
  }
}
