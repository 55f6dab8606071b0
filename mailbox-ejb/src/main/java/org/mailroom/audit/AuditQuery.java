package org.mailroom.audit;

import java.time.Instant;

/**
 * Which entries are wanted; what is null is not asked.
 *
 * @param who exactly this log-in
 * @param action this action, or all that begin with it and a dot: {@code mailbox}
 * @param subject exactly this, such as {@code mailbox 17}
 * @param text anywhere in subject, detail or changes, case ignored
 * @param from this moment or later
 * @param until before this moment
 */
public record AuditQuery(
    String who, String action, String subject, String text, Instant from, Instant until) {

  /** Everything. */
  public static AuditQuery all() {
    return new AuditQuery(null, null, null, null, null, null);
  }

  /** The history of one thing. */
  public static AuditQuery of(String subject) {
    return new AuditQuery(null, null, subject, null, null, null);
  }
}
