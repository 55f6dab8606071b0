package org.mailroom.dkim.jpa;

import jakarta.persistence.EntityManager;

/** The stores over an entity manager of a test. */
public final class KeyStores {
  private KeyStores() {}

  public static DkimKeyStore over(EntityManager entities) {
    DkimKeyStore store = new DkimKeyStore();
    store.entities = entities;
    return store;
  }

  public static SealedDkimKeys sealed(EntityManager entities) {
    SealedDkimKeys sealed = new SealedDkimKeys();
    sealed.entities = entities;
    return sealed;
  }
}
