package org.mailroom.marked;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.marked.jpa.MarkedAddressStore;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * The addresses that returned mail for good. Upper and lower case are the same. Each call joins the
 * caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed({OPERATOR, AUDITOR})
public class MarkedAddresses {
  @Inject MarkedAddressStore store;
  @EJB Audit audit;

  /**
   * The marked addresses, the newest first.
   *
   * @param text part of the address; null or empty for all
   */
  public Page<MarkedAddress> list(String text, Slice slice) {
    return store.list(text, slice);
  }

  /** Which of these are marked. */
  public List<MarkedAddress> among(Collection<EmailAddress> addresses) {
    return store.among(addresses);
  }

  /** Marks an address; one that is marked keeps its first reason. */
  @Allowed
  public void mark(MarkedAddress marked) {
    store.add(marked);
  }

  /**
   * Lets mail to an address leave again. What was held for it is not released by that.
   *
   * @throws AddressNotMarked if it is not marked
   */
  @Allowed(OPERATOR)
  public void unmark(EmailAddress address) {
    if (!store.remove(address)) {
      throw new AddressNotMarked(address);
    }
    audit.note("address.unmarked", address.value(), "");
  }
}
