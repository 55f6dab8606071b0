package org.mailroom.contract.model;

import java.util.Optional;
import org.mailroom.contract.ContractId;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;

/** What the rules must know of the world around a contract. */
public interface Surroundings {
  /** The contract that has this number, case ignored. */
  Optional<ContractId> numbered(String number);

  /** The contract that reads from this mailbox. */
  Optional<ContractId> readingFrom(MailboxId inputMailbox);

  /** Empty if there is no such mailbox. */
  Optional<MailboxType> typeOf(MailboxId mailbox);

  /** Whether requests can run this flow. */
  boolean knowsFlow(String key);
}
