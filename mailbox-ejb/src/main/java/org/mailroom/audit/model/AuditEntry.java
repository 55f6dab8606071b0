package org.mailroom.audit.model;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One change that somebody made. Never changed itself. */
@Entity
@Table(name = "audit_entry")
public class AuditEntry {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
  @SequenceGenerator(
      name = "audit_entry_seq",
      sequenceName = "audit_entry_seq",
      allocationSize = 50)
  private Long id;

  private Instant at;
  private String who;
  private String action;
  private String subject;
  private String detail;

  protected AuditEntry() {}

  public AuditEntry(Instant at, String who, String action, String subject, String detail) {
    this.at = at;
    this.who = who;
    this.action = action;
    this.subject = subject;
    this.detail = detail;
  }

  @Override
  public String toString() {
    return "%s %s: %s %s %s".formatted(at, who, action, subject, detail);
  }
}
