package org.mailroom.api.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;
import org.mailroom.api.query.Parameter;
import org.mailroom.api.reference.MailboxReferences;
import org.mailroom.mailbox.MailboxType;
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
  }

  @Inject MailboxReferences mailboxes;

  OutboxQuery query(Parameters wanted) {
    return new OutboxQuery(
        Parameter.text(wanted.request),
        Parameter.choice("state", wanted.state, MessageState.class),
        Parameter.text(wanted.mailbox).map(name -> mailboxes.get(name, MailboxType.OUTPUT)));
  }
}
