package org.mailroom.api.received;

import org.mailroom.bounce.BounceKind;
import org.mailroom.bounce.ReportedRecipient;
import org.mailroom.outbox.BounceReason;

/**
 * A recipient that a bounce reports of, in JSON.
 *
 * @param status the enhanced status code (RFC 3463), or null
 * @param words what the server said
 */
public record ReportedAnswer(
    String recipient, BounceKind kind, BounceReason reason, String status, String words) {
  static ReportedAnswer of(ReportedRecipient told) {
    return new ReportedAnswer(
        told.addresses().get(0).value(),
        told.kind(),
        told.reason(),
        told.status().isEmpty() ? null : told.status(),
        told.words());
  }
}
