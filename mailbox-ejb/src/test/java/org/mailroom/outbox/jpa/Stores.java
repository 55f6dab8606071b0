package org.mailroom.outbox.jpa;

import jakarta.persistence.EntityManager;

/** The stores over an entity manager of a test. */
public final class Stores {
  private Stores() {}

  public static OutboxStore outbox(EntityManager entities) {
    OutboxStore store = new OutboxStore();
    store.entities = entities;
    return store;
  }

  public static LeaseStore leases(EntityManager entities) {
    LeaseStore store = new LeaseStore();
    store.entities = entities;
    return store;
  }

  public static WaitingMail waitingMail(EntityManager entities) {
    WaitingMail waiting = new WaitingMail();
    waiting.entities = entities;
    return waiting;
  }
}
