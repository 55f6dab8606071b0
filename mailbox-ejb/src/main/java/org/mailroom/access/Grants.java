package org.mailroom.access;

import java.util.Set;

/**
 * Port to whoever knows what was given to a contract manager. Every CDI bean of this type is asked,
 * and what any of them names is theirs.
 */
public interface Grants {
  /**
   * @param login of the person, in any case
   * @return the numbers of the contracts' ids
   */
  Set<Long> contractsOf(String login);

  /**
   * @param login of the person, in any case
   * @return the numbers of the mailboxes' ids
   */
  Set<Long> mailboxesOf(String login);
}
