package org.mailroom.attachment.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.mailroom.purge.Amount;
import org.mailroom.purge.PurgeKind;
import org.mailroom.purge.PurgePolicy;
import org.mailroom.purge.PurgeTask;
import org.mailroom.purge.Purgeable;

/** Contents that no file has any more; they go with every run, whatever the policy says of mail. */
@ApplicationScoped
public class UnusedContents implements Purgeable {
  // so old that no transaction that has just decided to use one can still go on
  private static final String UNUSED =
      " FROM file_content c WHERE c.used_at < ?1"
          + " AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = c.sha256)";

  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected UnusedContents() {}

  public UnusedContents(EntityManager em) {
    this.em = em;
  }

  @Override
  public List<PurgeTask> tasks(PurgePolicy policy, Instant now) {
    return List.of(new Task(em, now.minus(1, ChronoUnit.DAYS)));
  }

  private record Task(EntityManager em, Instant before) implements PurgeTask {
    @Override
    public String name() {
      return "file contents";
    }

    @Override
    public PurgeKind kind() {
      return PurgeKind.FILES;
    }

    @Override
    public Amount due() {
      Object[] row =
          (Object[])
              em.createNativeQuery("SELECT count(*), coalesce(sum(c.content_size), 0)" + UNUSED)
                  .setParameter(1, utc())
                  .getSingleResult();
      return new Amount(number(row[0]), number(row[1]));
    }

    @Override
    public Removed remove(long afterId, int most) {
      List<?> old =
          em.createNativeQuery(
                  "SELECT c.sha256, c.content_size"
                      + UNUSED
                      + " LIMIT "
                      + most
                      + " FOR UPDATE SKIP LOCKED")
              .setParameter(1, utc())
              .getResultList();
      long bytes = old.stream().mapToLong(row -> number(((Object[]) row)[1])).sum();
      old.forEach(row -> remove(((Object[]) row)[0]));
      // what is removed is found no more, so the next step begins anew
      return new Removed(new Amount(old.size(), bytes), 0, old.size() == most);
    }

    private void remove(Object hash) {
      for (String table : List.of("file_piece", "file_content")) {
        em.createNativeQuery("DELETE FROM " + table + " WHERE sha256 = ?1")
            .setParameter(1, hash)
            .executeUpdate();
      }
    }

    private OffsetDateTime utc() {
      return before.atOffset(ZoneOffset.UTC);
    }

    private static long number(Object value) {
      return ((Number) value).longValue();
    }
  }
}
