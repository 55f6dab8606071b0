package org.mailroom.inbound;

import org.mailroom.failure.NotFound;

/** The content of a received mail is gone by the purge policy; its line in the ledger stays. */
public class ReceivedBodyPurged extends NotFound {
  private static final long serialVersionUID = 1L;

  public ReceivedBodyPurged(ReceivedId id) {
    super(
        "The content of received mail %s was purged by its age: it cannot be read or processed again."
            .formatted(id));
  }
}
