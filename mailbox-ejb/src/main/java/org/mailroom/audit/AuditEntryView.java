package org.mailroom.audit;

import java.time.Instant;
import java.util.List;

/**
 * One entry of the audit.
 *
 * @param who a log-in, or {@code system} for the application's own work
 * @param address where the call came from; null for the application's own work
 * @param action a verb in the past tense, such as {@code mailbox.changed}
 * @param subject what it was done to, such as {@code mailbox 17}
 * @param detail empty where the changes say it all
 * @param changes before and after, secrets left out; empty where nothing has a before
 */
public record AuditEntryView(
    long id,
    Instant at,
    String who,
    String address,
    String action,
    String subject,
    String detail,
    List<Change> changes) {
  public AuditEntryView {
    changes = List.copyOf(changes);
  }
}
