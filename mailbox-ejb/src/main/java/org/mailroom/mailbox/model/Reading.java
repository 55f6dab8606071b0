package org.mailroom.mailbox.model;

import java.util.Objects;
import java.util.Optional;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.Protocol;

/**
 * What only an Input mailbox has.
 *
 * @param existing whether mail that was there before is read too
 * @param address the mailbox's own, which is its user unless another was stated
 */
public record Reading(Protocol protocol, String folder, boolean existing, String address) {
  static final String INBOX = "INBOX";

  static Reading of(MailboxDraft draft) {
    return new Reading(
        Objects.requireNonNullElse(draft.protocol(), Protocol.IMAP),
        folder(draft.folder()),
        Boolean.TRUE.equals(draft.readExisting()),
        Optional.ofNullable(MailboxSettings.text(draft.sender()))
            .orElseGet(() -> MailboxSettings.text(draft.user())));
  }

  /** Of all folders INBOX alone may be written in any case (RFC 9051 5.1). */
  private static String folder(String stated) {
    String folder = MailboxSettings.text(stated);
    return folder == null || folder.equalsIgnoreCase(INBOX) ? INBOX : folder;
  }
}
