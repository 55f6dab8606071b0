package org.mailroom.flow.jpa;

import jakarta.persistence.EntityManager;

/** The store of a test's own entity manager. */
public final class StoreOn {
  private StoreOn() {}

  public static FlowStore entities(EntityManager entities) {
    FlowStore store = new FlowStore();
    store.entities = entities;
    return store;
  }
}
