package org.mailroom.mailbox;

import java.util.Optional;

/**
 * What is to be tried: settings that need not be saved, or a mailbox as it is saved.
 *
 * @param draft null for the mailbox as it is saved
 * @param stored the mailbox that the draft is a change of, whose stored password serves when the
 *     draft has none, if server, port, security and user are still the same
 */
public record Trial(MailboxDraft draft, Optional<MailboxId> stored) {
  public Trial {
    if (draft == null && stored.isEmpty()) {
      throw new IllegalArgumentException("Neither settings nor a mailbox to try");
    }
  }

  /** A new mailbox, or a change of a saved one. */
  public static Trial of(MailboxDraft draft, Optional<MailboxId> stored) {
    return new Trial(draft, stored);
  }

  /** A mailbox as it is saved. */
  public static Trial of(MailboxId stored) {
    return new Trial(null, Optional.of(stored));
  }
}
