package org.mailroom.switches.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.switches.Switched;
import org.mailroom.switches.model.MailSwitch;
import org.mailroom.switches.model.SwitchName;

/** The switches in the database, in the transaction that is running, if one is. */
@ApplicationScoped
public class SwitchStore {
  private static final String REFRESH = "eclipselink.refresh";

  @PersistenceContext(unitName = "mailbox")
  EntityManager entities;

  public SwitchStore() {}

  public SwitchStore(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * As committed, or as the running transaction has set them. Without one it has its own: threads
   * that were started together may share what they read outside of any, and end it for each other.
   */
  @Transactional
  public Switched switched() {
    Map<SwitchName, MailSwitch> byName =
        entities
            .createQuery("select s from MailSwitch s", MailSwitch.class)
            // a long transaction must not go by what it saw at its beginning
            .setHint(REFRESH, "true")
            .getResultStream()
            .collect(Collectors.toMap(MailSwitch::name, Function.identity()));
    return new Switched(
        byName.get(SwitchName.MAIL_OFF).turned(), byName.get(SwitchName.SEND_ALL_TO).diversion());
  }

  /** Its row locked until the transaction ends; needed to turn it. */
  public MailSwitch locked(SwitchName name) {
    return entities.find(MailSwitch.class, name, LockModeType.PESSIMISTIC_WRITE);
  }

  public MailSwitch find(SwitchName name) {
    return entities.find(MailSwitch.class, name);
  }
}
