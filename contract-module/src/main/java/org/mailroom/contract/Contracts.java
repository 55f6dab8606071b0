package org.mailroom.contract;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Registers contracts and links their mailboxes.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
public class Contracts {
  /**
   * @throws InvalidContract telling every broken rule: number taken, end before start, an Input
   *     mailbox as Email or an Output one as Incoming email, an Input mailbox of another contract,
   *     an unknown mailbox or flow
   */
  public ContractView register(ContractDraft draft) {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes a contract; an unchanged draft changes nothing.
   *
   * @param version of the {@link ContractView} the change is based on; empty changes whatever is
   *     there
   * @throws ContractChanged if somebody else has changed it since
   */
  public ContractView change(ContractId id, ContractDraft draft, Optional<Long> version) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws ContractInUse if it has requests; make it inactive instead
   */
  public void delete(ContractId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws ContractNotFound if there is none
   */
  public ContractView get(ContractId id) {
    throw new UnsupportedOperationException();
  }

  public Optional<ContractView> withNumber(String number) {
    throw new UnsupportedOperationException();
  }

  /** The contract whose incoming mail this Input mailbox receives. */
  public Optional<ContractView> readingFrom(MailboxId inputMailbox) {
    throw new UnsupportedOperationException();
  }

  /**
   * @param text in number or client, case ignored; null for all
   */
  public Page<ContractView> list(String text, Slice slice) {
    throw new UnsupportedOperationException();
  }

  /** The contracts that name a mailbox, as Email or as Incoming email. */
  public List<ContractView> using(MailboxId mailbox) {
    throw new UnsupportedOperationException();
  }

  /** The contracts whose requests run a flow. */
  public List<ContractView> running(String flow) {
    throw new UnsupportedOperationException();
  }

  /** The clients' names, for a choice. */
  public List<String> clients() {
    throw new UnsupportedOperationException();
  }
}
