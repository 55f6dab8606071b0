package org.mailroom.api.received;

import java.util.List;
import org.mailroom.api.json.Fields;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.intake.ReceivedAction;

/** What is to be done to which received mails. */
record BulkForm(ReceivedAction action, List<ReceivedId> mails) {
  static BulkForm read(Fields in) {
    List<Long> mails = in.require("action").require("mails").numbers("mails");
    List<ReceivedId> ids = mails == null ? List.of() : mails.stream().map(ReceivedId::new).toList();
    return new BulkForm(in.choice("action", ReceivedAction.class), ids);
  }
}
