package org.mailroom.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.mailroom.audit.AuditEntryView;
import org.mailroom.audit.Change;

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

  @Column(updatable = false)
  private Instant at;

  @Column(updatable = false)
  private String who;

  @Column(updatable = false)
  private String address;

  @Column(updatable = false)
  private String action;

  @Column(updatable = false)
  private String subject;

  @Column(updatable = false)
  private String detail;

  @Lob
  @Column(updatable = false)
  private String changes;

  protected AuditEntry() {}

  /**
   * @param address null for the application's own work
   * @param changes empty where nothing has a before
   */
  public AuditEntry(
      Instant at,
      String who,
      String address,
      String action,
      String subject,
      String detail,
      List<Change> changes) {
    this.at = at;
    this.who = who;
    this.address = address;
    this.action = action;
    this.subject = subject;
    this.detail = detail;
    this.changes = StoredChanges.toText(changes);
  }

  public AuditEntryView view() {
    return new AuditEntryView(
        id, at, who, address, action, subject, detail, StoredChanges.fromText(changes));
  }
}
