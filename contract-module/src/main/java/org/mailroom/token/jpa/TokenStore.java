package org.mailroom.token.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.token.model.ApiToken;

/** Tokens in the database. Joins the caller's transaction. */
@Dependent
public class TokenStore {
  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected TokenStore() {}

  public TokenStore(EntityManager em) {
    this.em = em;
  }

  public void add(ApiToken token) {
    em.persist(token);
    em.flush();
  }

  public void remove(ApiToken token) {
    em.remove(token);
  }

  public Optional<ApiToken> find(long id) {
    return Optional.ofNullable(em.find(ApiToken.class, id));
  }

  public Optional<ApiToken> withDigest(String digest) {
    return em.createQuery("select t from ApiToken t where t.digest = :digest", ApiToken.class)
        .setParameter("digest", digest)
        .getResultStream()
        .findFirst();
  }

  public List<ApiToken> of(String loginKey) {
    return em.createQuery(
            "select t from ApiToken t where t.loginKey = :key order by t.madeAt desc, t.id desc",
            ApiToken.class)
        .setParameter("key", loginKey)
        .getResultList();
  }

  public List<ApiToken> all() {
    return em.createQuery(
            "select t from ApiToken t order by t.loginKey, t.madeAt desc, t.id desc",
            ApiToken.class)
        .getResultList();
  }

  /** Notes a use, unless one is noted that is later than a moment. */
  public void used(String digest, Instant now, Instant unlessAfter) {
    em.createQuery(
            "update ApiToken t set t.lastUsed = :now where t.digest = :digest"
                + " and (t.lastUsed is null or t.lastUsed < :moment)")
        .setParameter("now", now)
        .setParameter("digest", digest)
        .setParameter("moment", unlessAfter)
        .executeUpdate();
  }
}
