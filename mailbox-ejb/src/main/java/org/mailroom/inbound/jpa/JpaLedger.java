package org.mailroom.inbound.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.model.Ledger;
import org.mailroom.inbound.model.MailHeader;
import org.mailroom.inbound.model.Place;
import org.mailroom.inbound.model.RawMail;
import org.mailroom.inbound.model.ReceivedMail;
import org.mailroom.inbound.model.SkippedMail;
import org.mailroom.mailbox.MailboxId;

@Dependent
class JpaLedger implements Ledger {
  // far below the number of parameters a database takes
  private static final int UIDS_A_QUERY = 500;

  private static final Set<ReceivedState> SETTLED =
      EnumSet.complementOf(EnumSet.of(ReceivedState.STORED));

  private static final String ONE_STUMBLE = "WHERE mailbox_id = ?1 AND place = ?2 AND uid = ?3";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  @Override
  public Set<String> known(MailboxId mailbox, Place place, Collection<String> uids) {
    List<String> asked = new ArrayList<>(uids);
    Set<String> known = new HashSet<>();
    for (int from = 0; from < asked.size(); from += UIDS_A_QUERY) {
      List<String> some = asked.subList(from, Math.min(from + UIDS_A_QUERY, asked.size()));
      known.addAll(uids("ReceivedMail", mailbox, place, some));
      known.addAll(uids("SkippedMail", mailbox, place, some));
    }
    return known;
  }

  private List<String> uids(String entity, MailboxId mailbox, Place place, List<String> uids) {
    return entities
        .createQuery(
            """
            select m.uid from %s m
            where m.mailbox = :mailbox and m.place = :place and m.uid in :uids"""
                .formatted(entity),
            String.class)
        .setParameter("mailbox", mailbox.value())
        .setParameter("place", place.value())
        .setParameter("uids", uids)
        .getResultList();
  }

  @Override
  public void skip(MailboxId mailbox, Place place, Collection<String> uids) {
    uids.forEach(uid -> entities.persist(new SkippedMail(mailbox, place, uid)));
  }

  @Override
  public void add(ReceivedMail mail, byte[] raw) {
    entities.persist(mail);
    entities.persist(new RawMail(mail.id(), raw));
  }

  @Override
  public Set<String> received(MailboxId mailbox, Collection<String> fingerprints) {
    return fingerprints.isEmpty()
        ? Set.of()
        : entities
            .createQuery(
                """
                select m.fingerprint from ReceivedMail m
                where m.mailbox = :mailbox and m.fingerprint in :fingerprints""",
                String.class)
            .setParameter("mailbox", mailbox.value())
            .setParameter("fingerprints", fingerprints)
            .getResultStream()
            .collect(Collectors.toSet());
  }

  @Override
  public Optional<ReceivedMail> elsewhere(MailboxId mailbox, Place place, MailHeader header) {
    return entities
        .createQuery(
            """
            select m from ReceivedMail m
            where m.mailbox = :mailbox and m.fingerprint = :fingerprint and m.place <> :place
            order by m.id""",
            ReceivedMail.class)
        .setParameter("mailbox", mailbox.value())
        .setParameter("fingerprint", header.fingerprint())
        .setParameter("place", place.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Undone> undone(
      MailboxId mailbox, Place place, boolean settled, long afterId, int limit) {
    return entities
        .createQuery(
            """
            select m.id, m.uid, m.state, m.tried from ReceivedMail m
            where m.mailbox = :mailbox and m.place = :place and m.marked = false
            and m.id > :after and m.state in :states
            order by m.id""",
            Object[].class)
        .setParameter("mailbox", mailbox.value())
        .setParameter("place", place.value())
        .setParameter("after", afterId)
        .setParameter("states", settled ? SETTLED : EnumSet.allOf(ReceivedState.class))
        .setMaxResults(limit)
        .getResultStream()
        .map(JpaLedger::undone)
        .toList();
  }

  private static Undone undone(Object[] row) {
    return new Undone(
        (long) row[0], (String) row[1], row[2] == ReceivedState.QUARANTINED, (boolean) row[3]);
  }

  @Override
  public Set<String> free(MailboxId mailbox, Place place, Collection<String> uids) {
    Query free =
        entities
            .createNativeQuery(
                "SELECT uid FROM received_mail WHERE mailbox_id = ? AND place = ? AND uid IN ("
                    + ManyValues.marks(uids)
                    + ") FOR UPDATE SKIP LOCKED")
            .setParameter(1, mailbox.value())
            .setParameter(2, place.value());
    return texts(ManyValues.set(free, 3, uids));
  }

  private static Set<String> texts(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(String.class::cast).collect(Collectors.toSet());
  }

  @Override
  public void marked(MailboxId mailbox, Place place, Collection<String> uids) {
    note("marked", mailbox, place, uids);
  }

  @Override
  public void tried(MailboxId mailbox, Place place, Collection<String> uids) {
    note("tried", mailbox, place, uids);
  }

  private void note(String what, MailboxId mailbox, Place place, Collection<String> uids) {
    entities
        .createQuery(
            """
            update ReceivedMail m set m.%s = true
            where m.mailbox = :mailbox and m.place = :place and m.uid in :uids"""
                .formatted(what))
        .setParameter("mailbox", mailbox.value())
        .setParameter("place", place.value())
        .setParameter("uids", uids)
        .executeUpdate();
  }

  @Override
  public Map<String, Integer> stumbles(MailboxId mailbox, Place place) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT uid, tries FROM inbound_stumble WHERE mailbox_id = ?1 AND place = ?2")
            .setParameter(1, mailbox.value())
            .setParameter(2, place.value())
            .getResultList();
    Map<String, Integer> stumbles = new HashMap<>();
    rows.stream()
        .map(Object[].class::cast)
        .forEach(row -> stumbles.put((String) row[0], ((Number) row[1]).intValue()));
    return stumbles;
  }

  @Override
  public void stumbled(MailboxId mailbox, Place place, Collection<String> uids, boolean alone) {
    uids.forEach(uid -> stumbled(mailbox, place, uid, alone ? 1 : 0));
  }

  private void stumbled(MailboxId mailbox, Place place, String uid, int more) {
    String known = "UPDATE inbound_stumble SET tries = tries + ?4 ";
    if (stumble(known + ONE_STUMBLE, mailbox, place, uid).setParameter(4, more).executeUpdate()
        == 0) {
      stumble(
              "INSERT INTO inbound_stumble (mailbox_id, place, uid, tries) VALUES (?1, ?2, ?3, ?4)",
              mailbox,
              place,
              uid)
          .setParameter(4, more)
          .executeUpdate();
    }
  }

  @Override
  public void recovered(MailboxId mailbox, Place place, Collection<String> uids) {
    uids.forEach(
        uid ->
            stumble("DELETE FROM inbound_stumble " + ONE_STUMBLE, mailbox, place, uid)
                .executeUpdate());
  }

  private Query stumble(String sql, MailboxId mailbox, Place place, String uid) {
    return entities
        .createNativeQuery(sql)
        .setParameter(1, mailbox.value())
        .setParameter(2, place.value())
        .setParameter(3, uid);
  }
}
