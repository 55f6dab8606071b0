package org.mailroom.mailbox;

import java.time.Instant;

/** Something of a mailbox that stops working at a known time. */
public record Expiring(MailboxId mailbox, String name, What what, Instant at) {
  /** What stops working. */
  public enum What {
    /** The day a person has noted; it ends as that day begins, UTC. */
    CLIENT_SECRET,
    /** The consent at the provider, as its refresh token ends. */
    CONSENT
  }
}
