package org.mailroom.outbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.outbox.BulkResult.Refused;
import org.mailroom.outbox.jpa.MessageSearch;
import org.mailroom.outbox.jpa.OutboxStore;
import org.mailroom.outbox.model.OutboxMessage;

/** The groups of {@link OutboxBulk}, each a transaction of its own. For it alone. */
@Stateless
@Allowed(Role.OPERATOR)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxBulkSteps {
  @Inject OutboxStore store;
  @Inject MessageSearch search;
  @Inject MessageChanges changes;

  /** The newest messages that a list shows, at most so many. */
  public List<OutboxMessageId> matching(OutboxQuery query, int most) {
    return search.ids(query, most);
  }

  /**
   * @param route for what is re-routed
   */
  public BulkResult change(BulkChange change, Optional<Route> route, List<Long> ids) {
    Map<Long, OutboxMessage> messages = new HashMap<>();
    store.lockedUnlessSending(ids).forEach(m -> messages.put(m.id().value(), m));
    List<OutboxMessageId> done = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (long value : ids) {
      OutboxMessageId id = new OutboxMessageId(value);
      refusal(change, route, id, Optional.ofNullable(messages.get(value)))
          .ifPresentOrElse(refused::add, () -> done.add(id));
    }
    return new BulkResult(done, refused);
  }

  /** Does it; or tells why it was not done, before anything of the message was changed. */
  private Optional<Refused> refusal(
      BulkChange change, Optional<Route> route, OutboxMessageId id, Optional<OutboxMessage> found) {
    try {
      apply(change, route, found.orElseThrow(() -> sending(id, change.action())));
      return Optional.empty();
    } catch (MessageNotInState reason) {
      return Optional.of(Refused.because(id, reason));
    } catch (MessageBodyPurged reason) {
      return Optional.of(Refused.because(id, reason));
    } catch (MessageNotFound reason) {
      return Optional.of(Refused.notFound(id));
    }
  }

  // of those that exist only what is being sent was not locked
  private MessageNotInState sending(OutboxMessageId id, MessageAction action) {
    store.get(id);
    return new MessageNotInState(id, MessageState.SENDING, action);
  }

  private void apply(BulkChange change, Optional<Route> route, OutboxMessage message) {
    switch (change.action()) {
      case RETRY -> changes.retry(message);
      case CANCEL -> changes.cancel(message);
      case HOLD -> changes.hold(message, change.reason());
      case RELEASE -> changes.release(message);
      case REROUTE -> changes.reroute(message, route.orElseThrow());
    }
  }
}
