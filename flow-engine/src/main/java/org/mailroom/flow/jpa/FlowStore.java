package org.mailroom.flow.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mailroom.flow.model.EmailElementOutbox;
import org.mailroom.flow.model.Flow;
import org.mailroom.flow.model.FlowDiagram;
import org.mailroom.flow.model.Run;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.request.RequestNumber;

/** Keeps flows and runs in the transaction that is running. */
@ApplicationScoped
public class FlowStore {
  @PersistenceContext(unitName = "flow")
  EntityManager entities;

  public Optional<Flow> find(String key) {
    return Optional.ofNullable(entities.find(Flow.class, key));
  }

  /** By name. */
  public List<Flow> all() {
    return entities
        .createQuery("select f from Flow f order by f.name, f.key", Flow.class)
        .getResultList();
  }

  public List<String> keys() {
    return entities
        .createQuery("select f.key from Flow f order by f.key", String.class)
        .getResultList();
  }

  /** Adds a version and makes it the current one, with its e-mail elements. */
  public void publish(
      FlowDiagram diagram, String name, String description, List<EmailElementOutbox> elements) {
    entities.persist(diagram);
    Flow flow = find(diagram.flow()).orElseGet(() -> new Flow(diagram.flow()));
    flow.becomes(diagram, name, description);
    entities.persist(flow);
    forgetElements(diagram.flow());
    elements.forEach(entities::persist);
  }

  private void forgetElements(String key) {
    entities
        .createQuery("delete from EmailElementOutbox e where e.flow = :key")
        .setParameter("key", key)
        .executeUpdate();
  }

  public Optional<FlowDiagram> diagram(String key, int version) {
    return entities
        .createQuery(
            "select d from FlowDiagram d where d.flow = :key and d.version = :version",
            FlowDiagram.class)
        .setParameter("key", key)
        .setParameter("version", version)
        .getResultStream()
        .findFirst();
  }

  /** Newest first. */
  public List<FlowDiagram> diagrams(String key) {
    return entities
        .createQuery(
            "select d from FlowDiagram d where d.flow = :key order by d.version desc",
            FlowDiagram.class)
        .setParameter("key", key)
        .getResultList();
  }

  public void delete(String key) {
    forgetElements(key);
    entities
        .createQuery("delete from FlowDiagram d where d.flow = :key")
        .setParameter("key", key)
        .executeUpdate();
    find(key).ifPresent(entities::remove);
  }

  public Optional<EmailElementOutbox> element(String key, String element) {
    return entities
        .createQuery(
            "select e from EmailElementOutbox e where e.flow = :key and e.element = :element",
            EmailElementOutbox.class)
        .setParameter("key", key)
        .setParameter("element", element)
        .getResultStream()
        .findFirst();
  }

  public List<EmailElementOutbox> elementsNaming(Collection<MailboxId> mailboxes) {
    return mailboxes.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select e from EmailElementOutbox e where e.mailbox in :mailboxes order by e.flow, e.element",
                EmailElementOutbox.class)
            .setParameter("mailboxes", mailboxes.stream().map(MailboxId::value).toList())
            .getResultList();
  }

  /** The mailboxes that any element names. */
  public List<MailboxId> mailboxesNamed() {
    return entities
        .createQuery(
            "select distinct e.mailbox from EmailElementOutbox e where e.mailbox is not null",
            Long.class)
        .getResultStream()
        .map(MailboxId::new)
        .toList();
  }

  public Optional<Run> run(RequestNumber request) {
    return Optional.ofNullable(entities.find(Run.class, request.value()));
  }

  /** Written when the transaction ends, which fails if the request has a run. */
  public void add(Run run) {
    entities.persist(run);
  }

  public long runs(String key) {
    return entities
        .createQuery("select count(r) from Run r where r.flow = :key", Long.class)
        .setParameter("key", key)
        .getSingleResult();
  }
}
