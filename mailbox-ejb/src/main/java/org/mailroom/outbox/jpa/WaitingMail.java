package org.mailroom.outbox.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.outbox.Lane;
import org.mailroom.outbox.MessageState;

/** Keeps a mailbox from being deleted while mail waits in it. */
@ApplicationScoped
public class WaitingMail implements MailboxUsage {
  private static final List<MessageState> WAITING =
      List.of(MessageState.QUEUED, MessageState.SENDING, MessageState.UNCERTAIN, MessageState.HELD);

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  @Override
  public List<Use> usesOf(MailboxId mailbox) {
    long waiting =
        entities
            .createQuery(
                "select count(m) from OutboxMessage m where m.lane = :lane and m.state in :waiting",
                Long.class)
            .setParameter("lane", Lane.of(mailbox).toString())
            .setParameter("waiting", WAITING)
            .getSingleResult();
    return waiting == 0
        ? List.of()
        : List.of(new Use("outgoing mail", "(%d waiting)".formatted(waiting)));
  }
}
