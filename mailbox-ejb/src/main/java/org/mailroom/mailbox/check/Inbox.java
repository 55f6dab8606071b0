package org.mailroom.mailbox.check;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.mailroom.folder.FolderNames;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Protocol;

/** The folder of an Input mailbox, as far as it can be seen without changing a message. */
final class Inbox {
  private final Account account;
  private final SignIn signIn;

  Inbox(Visit visit) {
    account = visit.account();
    signIn = visit.signIn();
  }

  Seen folder() throws MessagingException, StepFailed {
    return account.protocol() == Protocol.IMAP ? imap() : pop3();
  }

  private Seen imap() throws MessagingException, StepFailed {
    Folder folder = existing();
    // EXAMINE would not tell which flags may be kept (RFC 9051 6.3.3)
    folder.open(Folder.READ_WRITE);
    try {
      boolean mayMark = folder.getMode() == Folder.READ_WRITE && keeps(folder, Flags.Flag.SEEN);
      int count = folder.getMessageCount();
      return Seen.of(
              mayMark ? CheckCode.FOLDER : CheckCode.FOLDER_READ_ONLY, account.folder(), count)
          .with("messages", count)
          .with("mayMark", mayMark)
          .with("mayDelete", mayMark && keeps(folder, Flags.Flag.DELETED));
    } finally {
      folder.close(false);
    }
  }

  private static boolean keeps(Folder folder, Flags.Flag flag) {
    Flags kept = folder.getPermanentFlags();
    // no answer means that all are kept (RFC 9051 6.3.2)
    return kept == null || kept.contains(flag);
  }

  private Seen pop3() throws MessagingException, StepFailed {
    POP3Folder folder = (POP3Folder) signIn.store().getFolder(account.folder());
    folder.open(Folder.READ_ONLY);
    try {
      int count = folder.getMessageCount();
      if (count > 0 && folder.getUID(folder.getMessage(1)) == null) {
        throw new StepFailed(CheckCode.NO_UIDL);
      }
      return Seen.of(CheckCode.FOLDER, account.folder(), count)
          .with("messages", count)
          .with("uidl", count > 0 ? "true" : "");
    } finally {
      folder.close(false);
    }
  }

  /** The folder, not yet opened. */
  Folder existing() throws MessagingException, StepFailed {
    FolderNames names = new FolderNames(signIn.store());
    Folder folder = names.find(account.folder()).orElse(null);
    if (folder == null) {
      throw new StepFailed(
          CheckCode.FOLDER_MISSING, account.folder(), Words.list(names.near(account.folder())));
    }
    if ((folder.getType() & Folder.HOLDS_MESSAGES) == 0) {
      throw new StepFailed(CheckCode.FOLDER_NOT_SELECTABLE, account.folder());
    }
    return folder;
  }
}
