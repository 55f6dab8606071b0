package org.mailroom.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.mailroom.access.Allowed;
import org.mailroom.audit.jpa.AuditTrail;
import org.mailroom.audit.model.AuditEntry;

/**
 * Writes down changes in the transaction that makes them: when, who, from which address, what, and
 * what it was before. Secrets never come here. {@link AuditLog} reads it.
 */
@Stateless
@Allowed
public class Audit {
  private static final String NOBODY = "ANONYMOUS";
  private static final int MAX_DETAIL = 2000;

  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Resource SessionContext session;

  /**
   * Notes something that has no before, by the present caller ({@code system} where no person is
   * logged in).
   *
   * @param action a verb in the past tense, such as {@code mailbox.checked}
   * @param subject what it was done to, such as {@code mailbox 17}
   * @param detail what is worth knowing about it, without secrets; may be empty
   */
  public void note(String action, String subject, String detail) {
    add(action, subject, detail, List.of());
  }

  /**
   * Notes a change by the present caller.
   *
   * @param action a verb in the past tense, such as {@code mailbox.changed}
   * @param subject what was changed, such as {@code mailbox 17}
   * @param changes what it was and what it is; see {@link Change#between} and {@link Change#secret}
   */
  public void changed(String action, String subject, List<Change> changes) {
    add(action, subject, "", changes);
  }

  private void add(String action, String subject, String detail, List<Change> changes) {
    String kept = detail.substring(0, Math.min(MAX_DETAIL, detail.length()));
    String from = RemoteAddress.present().orElse(null);
    trail.add(new AuditEntry(clock.instant(), caller(), from, action, subject, kept, changes));
  }

  /** The log-in of the present caller, or {@code system}. */
  public String caller() {
    String name = session.getCallerPrincipal().getName();
    return NOBODY.equalsIgnoreCase(name) ? "system" : name;
  }
}
