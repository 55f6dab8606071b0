package org.mailroom.api.message;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mailroom.api.json.Fields;
import org.mailroom.outbox.BulkChange;
import org.mailroom.outbox.MessageAction;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.Route;

/**
 * What is to be done to which messages.
 *
 * @param messages empty for all that match the parameters of the call
 */
record BulkForm(BulkChange change, Optional<List<OutboxMessageId>> messages) {
  /**
   * @param route reads where they shall leave instead
   */
  static BulkForm read(Fields in, Function<Fields, Route> route) {
    in.require("action");
    List<Long> ids = in.numbers("messages");
    boolean matching = Boolean.TRUE.equals(in.flag("matching"));
    // so that a forgotten list does not cancel everything
    if (matching == (ids != null)) {
      in.wrong("MESSAGES_OR_MATCHING", "messages", "or \"matching\": true is needed, not both");
    }
    BulkChange change = change(in.choice("action", MessageAction.class), in, route);
    return new BulkForm(change, matching ? Optional.empty() : Optional.ofNullable(named(ids)));
  }

  private static BulkChange change(MessageAction action, Fields in, Function<Fields, Route> route) {
    if (action == MessageAction.REROUTE) {
      Route wanted = route.apply(in);
      return new BulkChange(action, "", wanted == null ? Optional.empty() : wanted.mailbox());
    }
    String reason = action == MessageAction.HOLD ? in.text("reason") : null;
    return new BulkChange(action, reason, Optional.empty());
  }

  private static List<OutboxMessageId> named(List<Long> ids) {
    return ids == null ? null : ids.stream().map(OutboxMessageId::new).toList();
  }

  /** The change, with this reason where one is needed and the call has none. */
  BulkChange change(String reason) {
    boolean lacks = change.action() == MessageAction.HOLD && change.reason() == null;
    return lacks ? BulkChange.hold(reason) : change;
  }
}
