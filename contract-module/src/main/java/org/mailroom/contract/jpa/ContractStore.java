package org.mailroom.contract.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mailroom.access.Reach;
import org.mailroom.contract.ContractChanged;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.model.Client;
import org.mailroom.contract.model.Contract;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Slice;

/**
 * Contracts and clients in the database. Joins the caller's transaction. Contracts out of {@link
 * Reach} are neither found nor listed.
 */
@Dependent
public class ContractStore {
  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected ContractStore() {}

  public ContractStore(EntityManager em) {
    this.em = em;
  }

  public void add(Contract contract) {
    em.persist(contract);
    em.flush();
  }

  /**
   * Writes a changed contract at once, so that its view shows the new version; also when only its
   * client changed.
   */
  public void changed(Contract contract) {
    try {
      em.lock(contract, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
      em.flush();
    } catch (OptimisticLockException somebodyElse) {
      throw new ContractChanged(contract.id());
    }
  }

  /** Written at once, as {@link #find} does not write first. */
  public void remove(Contract contract) {
    em.remove(contract);
    em.flush();
  }

  /** Leaves what the transaction has not written yet to be written in one piece. */
  public Optional<Contract> find(ContractId id) {
    return em.createNamedQuery(Contract.WITH_CLIENT, Contract.class)
        .setParameter("id", id.value())
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .findFirst()
        .filter(contract -> Reach.ofThisCall().contract(id.value()));
  }

  public Optional<Contract> numbered(String number) {
    return contracts("c.numberKey = :key")
        .setParameter("key", Client.keyOf(number))
        .getResultStream()
        .findFirst();
  }

  /** As {@link #find(ContractId)}, leaves what is not written yet. */
  public Optional<Contract> readingFrom(MailboxId mailbox) {
    return contracts("c.inputMailbox = :mailbox")
        .setParameter("mailbox", mailbox.value())
        .setFlushMode(FlushModeType.COMMIT)
        .getResultStream()
        .findFirst();
  }

  public List<Contract> using(Set<MailboxId> mailboxes) {
    return mailboxes.isEmpty()
        ? List.of()
        : contracts("(c.inputMailbox in :mailboxes or c.outputMailbox in :mailboxes)")
            .setParameter("mailboxes", mailboxes.stream().map(MailboxId::value).toList())
            .getResultList();
  }

  /** The mailboxes that any contract names, within reach or not. */
  public Set<MailboxId> mailboxesNamed() {
    Set<MailboxId> named = new HashSet<>(inputMailboxes());
    em.createQuery(
            "select distinct c.outputMailbox from Contract c where c.outputMailbox is not null",
            Long.class)
        .getResultStream()
        .map(MailboxId::new)
        .forEach(named::add);
    return named;
  }

  public List<Contract> running(String flow) {
    return contracts("c.flow = :flow").setParameter("flow", flow).getResultList();
  }

  /** The mailboxes that any of these contracts names. */
  public List<Long> mailboxesOf(Set<Long> contracts) {
    return em.createQuery(
            "select c.inputMailbox, c.outputMailbox from Contract c where c.id in :contracts",
            Object[].class)
        .setParameter("contracts", contracts)
        .getResultStream()
        .flatMap(Arrays::stream)
        .filter(Objects::nonNull)
        .map(Long.class::cast)
        .toList();
  }

  public List<MailboxId> inputMailboxes() {
    return em.createQuery(
            "select c.inputMailbox from Contract c where c.inputMailbox is not null", Long.class)
        .getResultStream()
        .map(MailboxId::new)
        .toList();
  }

  public List<Contract> list(String text, Slice slice) {
    return contracts(TEXT)
        .setParameter("text", wanted(text))
        .setFirstResult(slice.offset())
        .setMaxResults(slice.size())
        .getResultList();
  }

  public long count(String text) {
    return em.createQuery(
            "select count(c) from Contract c join c.client k " + REACH + TEXT, Long.class)
        .setParameter("every", every())
        .setParameter("reach", Reach.ofThisCall().contracts())
        .setParameter("text", wanted(text))
        .getSingleResult();
  }

  public Optional<Client> client(String name) {
    return em.createQuery("select k from Client k where k.nameKey = :key", Client.class)
        .setParameter("key", Client.keyOf(name))
        .getResultStream()
        .findFirst();
  }

  public Client register(Client client) {
    em.persist(client);
    return client;
  }

  public List<String> clients() {
    return em.createQuery(
            """
            select k.name from Client k where :every = 1
            or exists (select c from Contract c where c.client = k and c.id in :reach)
            order by k.nameKey""",
            String.class)
        .setParameter("every", every())
        .setParameter("reach", Reach.ofThisCall().contracts())
        .getResultList();
  }

  // locate instead of like: what a person types has no wildcards to escape
  private static final String TEXT =
      "(:text = '' or locate(:text, c.numberKey) > 0 or locate(:text, k.nameKey) > 0)";
  private static final String REACH = "where (:every = 1 or c.id in :reach) and ";

  private static String wanted(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  private TypedQuery<Contract> contracts(String where) {
    return em.createQuery(
            "select c from Contract c join fetch c.client k "
                + REACH
                + where
                + " order by c.numberKey",
            Contract.class)
        .setParameter("every", every())
        .setParameter("reach", Reach.ofThisCall().contracts());
  }

  private static int every() {
    return Reach.ofThisCall().isEverything() ? 1 : 0;
  }
}
