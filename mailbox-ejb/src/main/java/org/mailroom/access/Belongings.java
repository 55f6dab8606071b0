package org.mailroom.access;

import java.util.Set;

/**
 * Port to whoever knows what comes with a contract. Every CDI bean of this type is asked; make it
 * {@code @ApplicationScoped}. It is asked as {@link OwnWork}.
 */
public interface Belongings {
  /**
   * The mailboxes that are linked to any of these contracts.
   *
   * @param contracts the numbers of their ids
   * @return the numbers of the mailboxes' ids
   */
  default Set<Long> mailboxesOf(Set<Long> contracts) {
    return Set.of();
  }

  /**
   * Whether mail with this reference is about something under one of these contracts, such as a
   * service request.
   */
  default boolean covers(Set<Long> contracts, String reference) {
    return false;
  }
}
