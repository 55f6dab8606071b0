package org.mailroom.contract.jpa;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.mailroom.contract.ContractId;
import org.mailroom.contract.ReleasedSender;
import org.mailroom.contract.model.Released;
import org.mailroom.mailbox.EmailAddress;

/** Released senders in the database. Joins the caller's transaction. */
@Dependent
public class ReleasedSenderStore {
  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected ReleasedSenderStore() {}

  public ReleasedSenderStore(EntityManager em) {
    this.em = em;
  }

  public List<ReleasedSender> of(ContractId contract) {
    return em.createQuery(
            "select s from Released s where s.contract = :contract order by s.address",
            Released.class)
        .setParameter("contract", contract.value())
        .getResultStream()
        .map(Released::view)
        .toList();
  }

  public Map<ContractId, List<EmailAddress>> all() {
    return em.createQuery("select s from Released s order by s.address", Released.class)
        .getResultStream()
        .collect(groupingBy(Released::contract, mapping(it -> it.view().address(), toList())));
  }

  public boolean has(ContractId contract, EmailAddress sender) {
    return em.createQuery(
                "select count(s) from Released s where s.contract = :contract and s.address = :key",
                Long.class)
            .setParameter("contract", contract.value())
            .setParameter("key", Released.key(sender))
            .getSingleResult()
        > 0;
  }

  public void add(ContractId contract, ReleasedSender sender) {
    em.persist(new Released(contract, sender));
  }

  /** Whether it was there. */
  public boolean remove(ContractId contract, EmailAddress sender) {
    return em.createQuery(
                "delete from Released s where s.contract = :contract and s.address = :key")
            .setParameter("contract", contract.value())
            .setParameter("key", Released.key(sender))
            .executeUpdate()
        > 0;
  }
}
