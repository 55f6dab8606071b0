package org.mailroom.delivery.jpa;

import jakarta.persistence.EntityManager;

/** The store over an entity manager of a test. */
public final class AllowanceStores {
  private AllowanceStores() {}

  public static AllowanceStore over(EntityManager entities) {
    AllowanceStore store = new AllowanceStore();
    store.entities = entities;
    return store;
  }
}
