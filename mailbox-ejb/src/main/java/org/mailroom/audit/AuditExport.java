package org.mailroom.audit;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;

/**
 * Writes the audit out, newest first, however long it is: part by part, each read in a transaction
 * of its own, so that neither memory nor the database holds it all. Thread-safe.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@Allowed(Role.AUDITOR)
public class AuditExport {
  private static final int AT_ONCE = 500;

  @EJB AuditLog log;
  @EJB Audit audit;

  /** Writes all entries that a query finds; the export itself is noted. */
  public void write(AuditQuery query, AuditFormat format, Appendable out) throws IOException {
    out.append(AuditLines.head(format));
    long lines = 0;
    List<AuditEntryView> part = log.older(query, Optional.empty(), AT_ONCE);
    while (!part.isEmpty()) {
      for (AuditEntryView entry : part) {
        out.append(AuditLines.line(format, entry));
      }
      lines += part.size();
      part = log.older(query, Optional.of(part.get(part.size() - 1)), AT_ONCE);
    }
    audit.note("audit.exported", "audit", "format=%s entries=%d".formatted(format, lines));
  }
}
