package org.mailroom.audit.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.AuditEntryView;
import org.mailroom.audit.AuditQuery;
import org.mailroom.audit.model.AuditEntry;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** Writes and reads entries in the transaction that is running. */
@ApplicationScoped
public class AuditTrail {
  private static final String NEWEST_FIRST = " order by e.at desc, e.id desc";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public AuditTrail() {}

  public AuditTrail(EntityManager entities) {
    this.entities = entities;
  }

  public void add(AuditEntry entry) {
    entities.persist(entry);
  }

  public Page<AuditEntry> list(AuditQuery query, Slice slice) {
    Matching matching = Matching.of(query);
    List<AuditEntry> items =
        matching
            .query(entities, "select e", NEWEST_FIRST, AuditEntry.class)
            .setFirstResult(slice.offset())
            .setMaxResults(slice.size())
            .getResultList();
    return Page.of(
        items,
        slice,
        () -> matching.query(entities, "select count(e)", "", Long.class).getSingleResult());
  }

  /** The entries before one, so that a long walk costs no more at its end than at its start. */
  public List<AuditEntry> older(AuditQuery query, Optional<AuditEntryView> last, int most) {
    Matching matching = Matching.of(query);
    last.ifPresent(entry -> matching.olderThan(entry.at(), entry.id()));
    return matching
        .query(entities, "select e", NEWEST_FIRST, AuditEntry.class)
        .setMaxResults(most)
        .getResultList();
  }
}
