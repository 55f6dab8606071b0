package org.mailroom.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.audit.jpa.AuditTrail;
import org.mailroom.audit.model.AuditEntry;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Reads the audit, newest first. Nobody changes or deletes an entry.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed(Role.AUDITOR)
public class AuditLog {
  @Inject AuditTrail trail;

  public Page<AuditEntryView> list(AuditQuery query, Slice slice) {
    return trail.list(query, slice).map(AuditEntry::view);
  }

  /**
   * The next entries of a long walk, which new entries do not disturb.
   *
   * @param last the last one of the part before; empty to begin
   * @param most how many at most; fewer come only at the end
   */
  public List<AuditEntryView> older(AuditQuery query, Optional<AuditEntryView> last, int most) {
    return trail.older(query, last, most).stream().map(AuditEntry::view).toList();
  }
}
