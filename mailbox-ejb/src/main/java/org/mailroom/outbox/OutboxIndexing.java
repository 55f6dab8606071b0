package org.mailroom.outbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mailroom.access.Allowed;
import org.mailroom.outbox.jpa.OldWords;

/**
 * Makes messages findable by their words that are older than the index, each step a short
 * transaction of its own. For the timer; never for console or REST.
 */
@Stateless
@Allowed
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxIndexing {
  private static final int AT_ONCE = 500;

  @Inject OldWords words;

  /**
   * Takes the next few hundred, unless another node is at it.
   *
   * @return whether there may be more for this node to do
   */
  public boolean step() {
    return words.index(AT_ONCE);
  }
}
