package org.mailroom.template.jpa;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mailroom.template.model.Template;

/** Templates in the database. Joins the caller's transaction. */
@Dependent
public class TemplateStore {
  @PersistenceContext(unitName = "contract")
  private EntityManager em;

  protected TemplateStore() {}

  public TemplateStore(EntityManager em) {
    this.em = em;
  }

  public void add(Template template) {
    em.persist(template);
  }

  public void remove(Template template) {
    em.remove(template);
  }

  public Optional<Template> find(String identifier) {
    return Optional.ofNullable(em.find(Template.class, identifier));
  }

  public List<Template> list() {
    return em.createQuery("select t from Template t order by t.identifier", Template.class)
        .getResultList();
  }
}
