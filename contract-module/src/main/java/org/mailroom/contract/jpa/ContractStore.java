package org.mailroom.contract.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.contract.ContractChanged;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.model.Client;
import org.mailroom.contract.model.Contract;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Slice;

/** Contracts and clients in the database. Joins the caller's transaction. */
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

  public void remove(Contract contract) {
    em.remove(contract);
  }

  public Optional<Contract> find(ContractId id) {
    return Optional.ofNullable(em.find(Contract.class, id.value()));
  }

  public Optional<Contract> numbered(String number) {
    return contracts("where c.numberKey = :key")
        .setParameter("key", Client.keyOf(number))
        .getResultStream()
        .findFirst();
  }

  public Optional<Contract> readingFrom(MailboxId mailbox) {
    return contracts("where c.inputMailbox = :mailbox")
        .setParameter("mailbox", mailbox.value())
        .getResultStream()
        .findFirst();
  }

  public List<Contract> using(Set<MailboxId> mailboxes) {
    return mailboxes.isEmpty()
        ? List.of()
        : contracts("where c.inputMailbox in :mailboxes or c.outputMailbox in :mailboxes")
            .setParameter("mailboxes", mailboxes.stream().map(MailboxId::value).toList())
            .getResultList();
  }

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
    return contracts("where c.flow = :flow").setParameter("flow", flow).getResultList();
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
    return em.createQuery("select count(c) from Contract c join c.client k " + TEXT, Long.class)
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
    return em.createQuery("select k.name from Client k order by k.nameKey", String.class)
        .getResultList();
  }

  // locate instead of like: what a person types has no wildcards to escape
  private static final String TEXT =
      "where :text = '' or locate(:text, c.numberKey) > 0 or locate(:text, k.nameKey) > 0";

  private static String wanted(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }

  private TypedQuery<Contract> contracts(String where) {
    return em.createQuery(
        "select c from Contract c join fetch c.client k " + where + " order by c.numberKey",
        Contract.class);
  }
}
