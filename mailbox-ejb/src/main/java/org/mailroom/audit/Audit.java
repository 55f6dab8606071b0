package org.mailroom.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mailroom.access.Allowed;
import org.mailroom.audit.jpa.AuditTrail;
import org.mailroom.audit.model.AuditEntry;

/** Writes down changes in the transaction that makes them; secrets never come here. */
@Stateless
@Allowed
public class Audit {
  private static final String NOBODY = "ANONYMOUS";
  private static final int MAX_DETAIL = 2000;

  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Resource SessionContext session;

  /**
   * Notes one change by the present caller ({@code system} where no person is logged in).
   *
   * @param action a verb in the past tense, such as {@code mailbox.registered}
   * @param subject what it was done to, such as {@code mailbox 17}
   * @param detail what is worth knowing about it, without secrets; may be empty
   */
  public void note(String action, String subject, String detail) {
    String kept = detail.substring(0, Math.min(MAX_DETAIL, detail.length()));
    trail.add(new AuditEntry(clock.instant(), caller(), action, subject, kept));
  }

  /** The log-in of the present caller, or {@code system}. */
  public String caller() {
    String name = session.getCallerPrincipal().getName();
    return NOBODY.equalsIgnoreCase(name) ? "system" : name;
  }
}
