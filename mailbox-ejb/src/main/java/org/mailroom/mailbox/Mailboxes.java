package org.mailroom.mailbox;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/**
 * Registers, changes and looks after mailboxes.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe. Input is
 * checked whole ({@link InvalidMailbox} tells every problem); passwords go in and never come out.
 */
@Stateless
public class Mailboxes {
  /**
   * Registers a mailbox.
   *
   * @throws InvalidMailbox if a rule of docs/mailboxes.md is broken
   */
  public MailboxView register(MailboxDraft draft) {
    throw new UnsupportedOperationException();
  }

  /**
   * Changes a mailbox; an unchanged draft changes nothing.
   *
   * @param version of the {@link MailboxView} the change is based on; empty changes whatever is
   *     there
   * @throws MailboxChanged if somebody else has changed it since
   */
  public MailboxView change(MailboxId id, MailboxDraft draft, Optional<Long> version) {
    throw new UnsupportedOperationException();
  }

  /** Stops reading or sending; queued mail waits. */
  public void pause(MailboxId id) {
    throw new UnsupportedOperationException();
  }

  /** Reads or sends again, and forgets past failures. */
  public void resume(MailboxId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Deletes a mailbox and its password.
   *
   * @throws MailboxInUse if a contract or a flow element names it, or mail waits in it
   */
  public void delete(MailboxId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws MailboxNotFound if there is none
   */
  public MailboxView get(MailboxId id) {
    throw new UnsupportedOperationException();
  }

  public Page<MailboxView> list(MailboxQuery query, Slice slice) {
    throw new UnsupportedOperationException();
  }

  /** All mailboxes of a type by name, for a choice. */
  public List<MailboxView> ofType(MailboxType type) {
    throw new UnsupportedOperationException();
  }

  /** Makes an Output mailbox the system's default outbox, in place of any other. */
  public void makeDefault(MailboxId id) {
    throw new UnsupportedOperationException();
  }

  /** The Output mailbox that is marked default. */
  public Optional<MailboxView> defaultOutbox() {
    throw new UnsupportedOperationException();
  }

  /** Who names this mailbox, in words: contracts, flow elements. */
  public List<MailboxUsage.Use> usesOf(MailboxId id) {
    throw new UnsupportedOperationException();
  }

  /** The addresses that are ours: senders of Output and users of Input mailboxes. */
  public List<EmailAddress> ownAddresses() {
    throw new UnsupportedOperationException();
  }

  /**
   * Tries settings that need not be saved: address look-up, connection, TLS, greeting, log-in, and
   * folder or MAIL FROM. Runs outside any transaction and takes up to a minute.
   *
   * @param stored the mailbox whose stored password is used when the draft has none; only if
   *     server, port and user are still the same
   */
  public CheckReport check(MailboxDraft draft, Optional<MailboxId> stored) {
    throw new UnsupportedOperationException();
  }
}
