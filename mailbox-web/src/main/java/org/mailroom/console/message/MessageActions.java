package org.mailroom.console.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mailroom.console.Downloads;
import org.mailroom.console.Notices;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.Route;
import org.primefaces.model.StreamedContent;

/** What a person may do with one outgoing message, the same in every screen that shows some. */
@Named
@RequestScoped
public class MessageActions {
  @Inject Outbox outbox;
  @Inject Mailboxes mailboxes;
  @Inject Notices notices;

  public boolean mayRetry(OutboxMessageView message) {
    if (message.bodyPurged()) {
      return false;
    }
    return switch (message.state()) {
      case FAILED, UNCERTAIN, PARTLY_SENT, SUPPRESSED -> true;
      case QUEUED -> message.attempts() > 0;
      default -> false;
    };
  }

  public boolean mayHold(OutboxMessageView message) {
    return message.state() == MessageState.QUEUED;
  }

  public boolean mayRelease(OutboxMessageView message) {
    return message.state() == MessageState.HELD;
  }

  public boolean mayCancel(OutboxMessageView message) {
    return switch (message.state()) {
      case QUEUED, HELD, FAILED, UNCERTAIN -> true;
      default -> false;
    };
  }

  public boolean mayReroute(OutboxMessageView message) {
    return switch (message.state()) {
      case QUEUED, HELD -> true;
      case FAILED -> !message.bodyPurged();
      default -> false;
    };
  }

  public void retry(OutboxMessageView message) {
    outbox.retry(message.id());
    notices.done("message.retried", message.id().toString());
  }

  public void hold(OutboxMessageView message) {
    outbox.hold(message.id(), notices.words("message.hold.reason"));
    notices.done("message.held", message.id().toString());
  }

  public void release(OutboxMessageView message) {
    outbox.release(message.id());
    notices.done("message.released", message.id().toString());
  }

  public void cancel(OutboxMessageView message) {
    outbox.cancel(message.id());
    notices.done("message.cancelled", message.id().toString());
  }

  /**
   * @param mailbox an Output mailbox; null for the system's default outbox
   */
  public void reroute(OutboxMessageId id, Long mailbox) {
    outbox.reroute(id, mailbox == null ? outbox.defaultRoute() : through(new MailboxId(mailbox)));
    notices.done("message.rerouted", id.toString());
  }

  private Route through(MailboxId id) {
    var mailbox = mailboxes.get(id);
    return Route.through(id, new EmailAddress(mailbox.sender()), mailbox.senderName());
  }

  public StreamedContent raw(OutboxMessageView message) {
    return Downloads.mail("message-" + message.id(), outbox.raw(message.id()));
  }
}
