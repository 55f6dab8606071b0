package org.mailroom.audit.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.mailroom.audit.model.AuditEntry;

/** Writes entries in the transaction that is running. */
@ApplicationScoped
public class AuditTrail {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public void add(AuditEntry entry) {
    entities.persist(entry);
  }
}
