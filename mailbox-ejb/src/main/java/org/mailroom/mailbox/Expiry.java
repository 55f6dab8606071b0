package org.mailroom.mailbox;

import java.time.Instant;

/**
 * Something that a mailbox depends on, and when it runs out.
 *
 * @param what what people know it by, such as a certificate's subject
 */
public record Expiry(MailboxId mailbox, Kind kind, String what, Instant at) {
  /** What may run out. */
  public enum Kind {
    CERTIFICATE,
    CLIENT_SECRET,
    /** The consent or the refresh token that access tokens come from. */
    CONSENT
  }
}
