package org.mailroom.installation.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.mailroom.installation.model.Beat;
import org.mailroom.installation.model.Home;

/** The installation and its nodes in the database, in the transaction that is running. */
@ApplicationScoped
public class HomeRecords {
  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public HomeRecords() {}

  public HomeRecords(EntityManager entities) {
    this.entities = entities;
  }

  public Optional<Home> home() {
    return Optional.ofNullable(entities.find(Home.class, Home.THE_ROW));
  }

  /** Fails if another node was faster. */
  public Home add(Home home) {
    entities.persist(home);
    entities.flush();
    return home;
  }

  public Optional<Beat> beat(String node) {
    return Optional.ofNullable(entities.find(Beat.class, node));
  }

  public Beat add(Beat beat) {
    entities.persist(beat);
    return beat;
  }

  public List<Beat> beats() {
    return entities.createQuery("select b from Beat b", Beat.class).getResultList();
  }

  /** Forgets the nodes of another installation. */
  public void forgetNodes() {
    entities.createQuery("delete from Beat b").executeUpdate();
  }
}
