package org.mailroom.inbound.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.access.Reach;
import org.mailroom.inbound.ReceivedBodyPurged;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedQuery;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.inbound.model.StoredMails;
import org.mailroom.inbound.model.Waiting;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

@Dependent
class JpaStoredMails implements StoredMails {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  @Override
  public List<MailboxId> waitingMailboxes(Instant now) {
    return waiting(
            "select m.mailbox", "group by m.mailbox order by min(m.nextTry)", now, Long.class)
        .getResultStream()
        .map(MailboxId::new)
        .toList();
  }

  @Override
  public List<Waiting> waiting(MailboxId mailbox, Instant now, int limit) {
    return waiting(
            "select m.id, m.sender, m.subject, m.messageId, m.thread, m.size",
            "and m.mailbox = :mailbox order by m.id",
            now,
            Object[].class)
        .setParameter("mailbox", mailbox.value())
        .setMaxResults(limit)
        .getResultStream()
        .map(JpaStoredMails::waiting)
        .toList();
  }

  private static Waiting waiting(Object[] row) {
    return new Waiting(
        new ReceivedId((long) row[0]),
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (long) row[5]);
  }

  private <T> TypedQuery<T> waiting(String what, String narrowed, Instant now, Class<T> type) {
    return entities
        .createQuery(
            "%s from ReceivedMail m where m.state = :stored and m.nextTry <= :now %s"
                .formatted(what, narrowed),
            type)
        .setParameter("stored", ReceivedState.STORED)
        .setParameter("now", now);
  }

  @Override
  public Optional<ReceivedMail> claim(ReceivedId id) {
    return claim(List.of(id)).stream().findFirst();
  }

  @Override
  public List<ReceivedMail> claim(List<ReceivedId> ids) {
    // JPA knows no SKIP LOCKED; both databases write it alike
    Query free =
        entities.createNativeQuery(
            "select * from received_mail where id in (%s) and state = 'STORED' order by id for update skip locked"
                .formatted(ManyValues.marks(ids)),
            ReceivedMail.class);
    List<Long> values = ids.stream().map(ReceivedId::value).toList();
    List<?> won = ManyValues.set(free, 1, values).getResultList();
    return won.stream().map(ReceivedMail.class::cast).filter(JpaStoredMails::isInReach).toList();
  }

  @Override
  public Optional<ReceivedMail> find(ReceivedId id) {
    return Optional.ofNullable(entities.find(ReceivedMail.class, id.value()))
        .filter(JpaStoredMails::isInReach);
  }

  private static boolean isInReach(ReceivedMail mail) {
    return Reach.ofThisCall().mailbox(mail.mailbox().value());
  }

  @Override
  public Optional<ReceivedMail> lock(ReceivedId id) {
    Optional<ReceivedMail> mail = find(id);
    mail.ifPresent(it -> entities.refresh(it, LockModeType.PESSIMISTIC_WRITE));
    return mail;
  }

  @Override
  public List<ReceivedId> quarantinedFrom(MailboxId mailbox, EmailAddress sender, int limit) {
    return entities
        .createQuery(
            """
            select m.id from ReceivedMail m where m.mailbox = :mailbox
            and m.state = :quarantined and lower(m.sender) = :sender order by m.id
            """,
            Long.class)
        .setParameter("mailbox", mailbox.value())
        .setParameter("quarantined", ReceivedState.QUARANTINED)
        .setParameter("sender", sender.value().toLowerCase(Locale.ROOT))
        .setMaxResults(limit)
        .getResultStream()
        .map(ReceivedId::new)
        .toList();
  }

  @Override
  public byte[] raw(ReceivedId id) {
    // not the entity, which would be kept twice to see whether it changes
    return entities
        .createQuery("select r.content from RawMail r where r.id = :id", byte[].class)
        .setParameter("id", id.value())
        // what the transaction has made of other mail is written in one piece at its end
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new ReceivedBodyPurged(id));
  }

  @Override
  public Page<ReceivedMail> list(ReceivedQuery query, Slice slice) {
    return Page.of(items(query, slice), slice, () -> total(query));
  }

  private List<ReceivedMail> items(ReceivedQuery query, Slice slice) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<ReceivedMail> items = builder.createQuery(ReceivedMail.class);
    Root<ReceivedMail> mail = items.from(ReceivedMail.class);
    items
        .where(narrowed(query, builder, mail))
        .orderBy(builder.desc(mail.get("receivedAt")), builder.desc(mail.get("id")));
    return entities
        .createQuery(items)
        .setFirstResult(slice.offset())
        .setMaxResults(slice.size())
        .getResultList();
  }

  private long total(ReceivedQuery query) {
    CriteriaBuilder builder = entities.getCriteriaBuilder();
    CriteriaQuery<Long> total = builder.createQuery(Long.class);
    Root<ReceivedMail> mail = total.from(ReceivedMail.class);
    total.select(builder.count(mail)).where(narrowed(query, builder, mail));
    return entities.createQuery(total).getSingleResult();
  }

  private static Predicate[] narrowed(
      ReceivedQuery query, CriteriaBuilder builder, Root<ReceivedMail> mail) {
    List<Predicate> all = new ArrayList<>();
    Reach reach = Reach.ofThisCall();
    if (!reach.isEverything()) {
      all.add(mail.get("mailbox").in(reach.mailboxes()));
    }
    query.state().ifPresent(state -> all.add(builder.equal(mail.get("state"), state)));
    query.mailbox().ifPresent(box -> all.add(builder.equal(mail.get("mailbox"), box.value())));
    query.reference().ifPresent(it -> all.add(builder.equal(mail.get("reference"), it)));
    return all.toArray(Predicate[]::new);
  }
}
