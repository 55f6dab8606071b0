package org.mailroom.outbox.jpa;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
    return usesOfEach(List.of(mailbox)).getOrDefault(mailbox, List.of());
  }

  @Override
  public Map<MailboxId, List<Use>> usesOfEach(Collection<MailboxId> mailboxes) {
    if (mailboxes.isEmpty()) {
      return Map.of();
    }
    return entities
        .createQuery(
            """
            select m.lane, count(m) from OutboxMessage m
            where m.lane in :lanes and m.state in :waiting group by m.lane""",
            Object[].class)
        .setParameter("lanes", mailboxes.stream().map(id -> Lane.of(id).toString()).toList())
        .setParameter("waiting", WAITING)
        .getResultStream()
        .collect(
            toMap(row -> Lane.parse((String) row[0]).mailbox().orElseThrow(), WaitingMail::use));
  }

  private static List<Use> use(Object[] row) {
    return List.of(new Use("outgoing mail", "(%d waiting)".formatted((Long) row[1])));
  }
}
