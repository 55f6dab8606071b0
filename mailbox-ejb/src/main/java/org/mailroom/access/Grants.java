package org.mailroom.access;

import java.util.Set;

/**
 * Port to whoever knows what was given to a contract manager. Every CDI bean of this type is asked,
 * and what any of them names is theirs; make it {@code @ApplicationScoped}. It is asked as {@link
 * OwnWork}. The mailboxes linked to a given contract need not be named: they come with it.
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

  /** Gives a manager the contract that they have just registered, in the caller's transaction. */
  default void giveContract(String login, long contract) {}

  /** Gives a manager the mailbox that they have just registered, in the caller's transaction. */
  default void giveMailbox(String login, long mailbox) {}
}
