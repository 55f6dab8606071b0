package org.mailroom.mailbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.mailroom.access.Allowed;
import org.mailroom.mailbox.jpa.MailboxStore;

/**
 * Checks mailboxes as they are stored, many in a row: beside the limit for the checks of people,
 * which guards against trying passwords. Whoever calls bounds how many run at once. For components
 * of this module.
 */
@Stateless
@Allowed
public class StoredChecks {
  @Inject MailboxStore store;
  @Inject ConnectionChecks checks;

  /**
   * Tries the stored settings step by step and remembers whether they passed. Runs outside any
   * transaction and takes up to a minute.
   *
   * @throws MailboxNotFound if it is not there any more
   * @throws InvalidMailbox if its settings make no sense any more
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public CheckReport check(MailboxId id) {
    return checks.check(store.find(id).orElseThrow(() -> new MailboxNotFound(id)));
  }
}
