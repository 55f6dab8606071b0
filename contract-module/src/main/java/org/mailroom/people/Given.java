package org.mailroom.people;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was given to a contract manager; it counts for nobody else.
 *
 * @param contracts the numbers of the contracts' ids
 * @param mailboxes the numbers of the mailboxes' ids
 */
public record Given(Set<Long> contracts, Set<Long> mailboxes) {
  public static final Given NOTHING = new Given(Set.of(), Set.of());

  public Given {
    contracts = Collections.unmodifiableSet(new TreeSet<>(contracts));
    mailboxes = Collections.unmodifiableSet(new TreeSet<>(mailboxes));
  }
}
