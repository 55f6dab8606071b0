package org.mailroom.console.message;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.mailroom.console.Downloads;
import org.mailroom.console.Notices;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.primefaces.model.StreamedContent;

/** What a person may do with one outgoing message, the same in every screen that shows some. */
@Named
@RequestScoped
public class MessageActions {
  @EJB Outbox outbox;
  @Inject Notices notices;

  public boolean mayRetry(OutboxMessageView message) {
    if (message.bodyPurged()) {
      return false;
    }
    return switch (message.state()) {
      case FAILED, BOUNCED, UNCERTAIN, PARTLY_SENT, SUPPRESSED -> true;
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
    Optional<MailboxId> wanted = Optional.ofNullable(mailbox).map(MailboxId::new);
    outbox.reroute(id, outbox.routeThrough(wanted));
    notices.done("message.rerouted", id.toString());
  }

  public StreamedContent raw(OutboxMessageView message) {
    return Downloads.mail("message-" + message.id(), outbox.raw(message.id()));
  }
}
