package org.mailroom.outbox;

import java.util.EnumSet;
import java.util.Set;

/** Where an outgoing message stands. */
public enum MessageState {
  QUEUED,
  SENDING,
  /** The server accepted it for every recipient; no more is known. */
  SENT,
  /** Accepted for some recipients, refused for others. */
  PARTLY_SENT,
  /** The connection was lost after the final dot: the server may have it or not. */
  UNCERTAIN,
  FAILED,
  /** It was accepted, and a mail server has returned it since, for one recipient at least. */
  BOUNCED,
  /** Waits for a person or a setting; {@code holdReason} says for what. */
  HELD,
  CANCELLED,
  /** Never to be sent: all mail was switched off when it was due. */
  SUPPRESSED;

  private static final Set<MessageState> FINAL =
      EnumSet.of(SENT, PARTLY_SENT, FAILED, BOUNCED, CANCELLED, SUPPRESSED);

  /** Whether nothing more happens to it unless a person acts. */
  public boolean isFinal() {
    return FINAL.contains(this);
  }
}
