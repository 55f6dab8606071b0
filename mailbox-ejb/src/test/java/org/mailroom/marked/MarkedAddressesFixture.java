package org.mailroom.marked;

import jakarta.persistence.EntityManager;
import org.mailroom.audit.Audit;
import org.mailroom.marked.jpa.MarkedAddressStore;

/** The marked addresses as the container would give them. */
public final class MarkedAddressesFixture {
  private MarkedAddressesFixture() {}

  public static MarkedAddresses over(EntityManager entities, Audit audit) {
    MarkedAddresses marked = new MarkedAddresses();
    marked.store = new MarkedAddressStore(entities);
    marked.audit = audit;
    return marked;
  }
}
