package org.mailroom.mailbox.model;

import java.util.Objects;
import java.util.Optional;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.MailboxDraft;
import org.mailroom.mailbox.Protocol;

/**
 * What only an Input mailbox has.
 *
 * @param existing whether mail that was there before is read too
 * @param address the mailbox's own, which is its user unless another was stated
 * @param after what becomes of mail on the server
 */
public record Reading(
    Protocol protocol, String folder, boolean existing, String address, AfterReading after) {
  static final String INBOX = "INBOX";

  static Reading of(MailboxDraft draft) {
    Protocol protocol = Objects.requireNonNullElse(draft.protocol(), Protocol.IMAP);
    return new Reading(
        protocol,
        folder(draft.folder()),
        Boolean.TRUE.equals(draft.readExisting()),
        Optional.ofNullable(MailboxSettings.text(draft.sender()))
            .orElseGet(() -> MailboxSettings.text(draft.user())),
        after(Optional.ofNullable(draft.afterReading()).orElse(AfterReading.USUAL), protocol));
  }

  private static AfterReading after(AfterReading stated, Protocol protocol) {
    return new AfterReading(
            stated.afterSuccess(),
            target(stated.successFolder()),
            stated.afterFailure(),
            target(stated.failureFolder()))
        .of(protocol);
  }

  private static String target(String stated) {
    return MailboxSettings.text(stated) == null ? null : folder(stated);
  }

  /** Of all folders INBOX alone may be written in any case (RFC 9051 5.1). */
  private static String folder(String stated) {
    String folder = MailboxSettings.text(stated);
    return folder == null || folder.equalsIgnoreCase(INBOX) ? INBOX : folder;
  }
}
