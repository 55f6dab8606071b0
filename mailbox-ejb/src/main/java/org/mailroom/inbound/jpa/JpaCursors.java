package org.mailroom.inbound.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mailroom.environment.NodeId;
import org.mailroom.inbound.model.Cursor;
import org.mailroom.inbound.model.Cursors;
import org.mailroom.mailbox.MailboxId;

@Dependent
class JpaCursors implements Cursors {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  @Override
  public List<Cursor> leasable(Collection<MailboxId> mailboxes, Instant now, NodeId node) {
    return entities
        .createQuery(
            """
            select c from Cursor c
            where c.nextDue <= :now
            and (c.leaseUntil is null or c.leaseUntil < :now or c.leaseOwner = :node)
            order by c.nextDue, c.mailbox""",
            Cursor.class)
        .setParameter("now", now)
        .setParameter("node", node.value())
        .getResultStream()
        .filter(cursor -> mailboxes.contains(cursor.mailbox()))
        .toList();
  }

  @Override
  public Optional<Cursor> lock(MailboxId mailbox) {
    return Optional.ofNullable(
        entities.find(Cursor.class, mailbox.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<Cursor> find(MailboxId mailbox) {
    return Optional.ofNullable(entities.find(Cursor.class, mailbox.value()));
  }

  @Override
  public void add(Cursor cursor) {
    entities.persist(cursor);
  }

  @Override
  public void release(NodeId owner) {
    entities
        .createQuery(
            "update Cursor c set c.leaseOwner = null, c.leaseUntil = null where c.leaseOwner = :node")
        .setParameter("node", owner.value())
        .executeUpdate();
  }
}
