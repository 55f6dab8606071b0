package org.mailroom.api.mailbox;

import java.util.List;
import org.mailroom.api.json.Fields;
import org.mailroom.watch.BulkAction;

/**
 * What is to be done to which mailboxes.
 *
 * @param mailboxes their ids; empty for all that match the parameters of the call
 */
record BulkForm(BulkAction action, List<Long> mailboxes) {
  static BulkForm read(Fields in) {
    in.require("action");
    List<Long> mailboxes = in.numbers("mailboxes");
    boolean matching = Boolean.TRUE.equals(in.flag("matching"));
    // so that a forgotten list does not pause everything
    if (matching == (mailboxes != null)) {
      in.wrong("MAILBOXES_OR_MATCHING", "mailboxes", "or \"matching\": true is needed, not both");
    }
    return new BulkForm(in.choice("action", BulkAction.class), matching ? null : mailboxes);
  }

  boolean matching() {
    return mailboxes == null;
  }
}
