package org.mailroom.mailbox.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mailroom.mailbox.MailboxId;

/**
 * Where the tokens of mailboxes are kept. The first four join the transaction that is running; the
 * others are one of their own each, so that none is open while the provider is asked.
 */
public interface HeldTokens {
  /**
   * Makes room for a client's tokens. Those of another client are forgotten; trouble with those of
   * the same is, as a person has acted.
   */
  void prepare(MailboxId mailbox, String client);

  /** Forgets the tokens of a mailbox that does without. */
  void remove(MailboxId mailbox);

  /** Those of active mailboxes whose consent ends before an instant. */
  List<MailboxToken> endingBefore(Instant at);

  /** Those of some mailboxes whose consent has a known end. */
  List<MailboxToken> endingOf(Collection<MailboxId> mailboxes);

  Optional<MailboxToken> find(MailboxId mailbox);

  /** Takes the right to ask for new tokens; false while somebody else has it. */
  boolean hold(MailboxId mailbox, String holder, Instant now, Instant until);

  /** Puts down what came of it and gives the right back; false if it was lost meanwhile. */
  boolean settle(MailboxId mailbox, String holder, Consumer<MailboxToken> change);

  /** Changes the tokens of a client; false if the mailbox belongs to another by now. */
  boolean change(MailboxId mailbox, String client, Consumer<MailboxToken> change);

  /** Notes a consent that was begun, and forgets those that are over. */
  void begin(PendingConsent consent, Instant now);

  /** Takes a consent that was begun; it is gone then. */
  Optional<PendingConsent> use(String state);
}
