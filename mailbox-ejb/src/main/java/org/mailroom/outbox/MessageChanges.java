package org.mailroom.outbox;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mailroom.audit.Audit;
import org.mailroom.dkim.DkimSigner;
import org.mailroom.outbox.jpa.OutboxStore;
import org.mailroom.outbox.mime.MimeRenderer;
import org.mailroom.outbox.model.Body;
import org.mailroom.outbox.model.OutboxMessage;

/**
 * What is done to a message whose row the transaction has locked, told in its history and, if a
 * person does it, in the audit.
 */
@ApplicationScoped
class MessageChanges {
  private static final System.Logger LOG = System.getLogger(Outbox.class.getName());

  @Inject OutboxStore store;
  @Inject MimeRenderer renderer;
  @Inject DkimSigner signer;
  @EJB Audit audit;
  @Inject Clock clock;
  @Inject Event<MessageQueued> queued;

  void retry(OutboxMessage message) {
    message.retry(clock.instant());
    changed(message, "retried", "");
  }

  void hold(OutboxMessage message, String reason) {
    message.hold(reason);
    changed(message, "held", reason);
  }

  void release(OutboxMessage message) {
    message.release(clock.instant());
    changed(message, "released", "");
  }

  void cancel(OutboxMessage message) {
    message.cancel();
    changed(message, "cancelled", "");
  }

  void reroute(OutboxMessage message, Route route) {
    message.require(MessageAction.REROUTE);
    Lane before = message.lane();
    render(message, route, "Re-routed by %s from %s.".formatted(audit.caller(), before));
    changed(message, "rerouted", "from %s to %s".formatted(before, message.lane()));
  }

  /** Gives it the sender of another way, and the signature of that way's mailbox. */
  void render(OutboxMessage message, Route route, String why) {
    Body body = store.body(message.id());
    byte[] raw = signed(route, renderer.withSender(body.raw(), route));
    message.reroute(route, why, raw.length, clock.instant());
    body.replace(raw);
    store.write(body);
  }

  /** By the key of the mailbox it leaves through, if there is one. */
  byte[] signed(Route route, byte[] raw) {
    return route.mailbox().map(box -> signer.signed(box, route.from(), raw)).orElse(raw);
  }

  private void changed(OutboxMessage message, String done, String detail) {
    String by = "%s by %s %s".formatted(done, audit.caller(), detail).strip();
    tell(message, by);
    audit.note("message." + done, "message " + message.id(), detail);
  }

  void tell(OutboxMessage message, String words) {
    store.note(message, clock.instant(), words);
    LOG.log(
        level(message.state()),
        "message={0} state={1} lane={2}",
        message.id(),
        message.state(),
        message.lane());
    if (message.state() == MessageState.QUEUED) {
      queued.fire(new MessageQueued(message.lane()));
    }
  }

  // that mail waits to be sent is no news; a line for each would cost as much as to write it down
  private static System.Logger.Level level(MessageState state) {
    return state == MessageState.QUEUED ? System.Logger.Level.DEBUG : System.Logger.Level.INFO;
  }
}
