package org.mailroom.marked.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.marked.MarkedAddress;
import org.mailroom.marked.model.Mark;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** Marked addresses, in the transaction that is running. */
@ApplicationScoped
public class MarkedAddressStore {
  // an empty text is part of every address
  private static final String MATCHING = " from Mark m where m.address like :part escape '!'";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public MarkedAddressStore() {}

  public MarkedAddressStore(EntityManager entities) {
    this.entities = entities;
  }

  public Page<MarkedAddress> list(String text, Slice slice) {
    String part = text == null ? "%" : "%" + literal(text.strip().toLowerCase(Locale.ROOT)) + "%";
    List<MarkedAddress> marked =
        entities
            .createQuery("select m" + MATCHING + " order by m.since desc, m.address", Mark.class)
            .setParameter("part", part)
            .setFirstResult(slice.offset())
            .setMaxResults(slice.size())
            .getResultStream()
            .map(Mark::view)
            .toList();
    return Page.of(marked, slice, () -> total(part));
  }

  private long total(String part) {
    return entities
        .createQuery("select count(m)" + MATCHING, Long.class)
        .setParameter("part", part)
        .getSingleResult();
  }

  private static String literal(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }

  /** Leaves what the transaction has not written yet to be written in one piece. */
  public List<MarkedAddress> among(Collection<EmailAddress> addresses) {
    return addresses.isEmpty()
        ? List.of()
        : entities
            .createQuery("select m from Mark m where m.address in :keys", Mark.class)
            .setParameter("keys", addresses.stream().map(Mark::key).distinct().toList())
            .setFlushMode(FlushModeType.COMMIT)
            .getResultStream()
            .map(Mark::view)
            .toList();
  }

  public void add(MarkedAddress marked) {
    if (entities.find(Mark.class, Mark.key(marked.address())) == null) {
      entities.persist(new Mark(marked));
      entities.flush();
    }
  }

  /** Whether it was there. */
  public boolean remove(EmailAddress address) {
    Mark mark = entities.find(Mark.class, Mark.key(address));
    if (mark != null) {
      entities.remove(mark);
      entities.flush();
    }
    return mark != null;
  }
}
