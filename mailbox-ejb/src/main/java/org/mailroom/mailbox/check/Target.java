package org.mailroom.mailbox.check;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.Rights;
import org.mailroom.folder.FolderNames;
import org.mailroom.mailbox.CheckCode;

/**
 * A folder that mail is moved to after reading, as far as it can be seen without making it or
 * touching a message. Only a server with access rights (RFC 4314) tells more than whether it is
 * there.
 */
final class Target {
  private static final String INSERT = "i";
  // k since RFC 4314, c before it
  private static final String CREATE = "kc";

  private final String typed;
  private final IMAPStore store;
  private final FolderNames names;
  private final String source;

  /**
   * @param typed the name as a person wrote it
   */
  Target(Visit visit, String typed) {
    this.typed = typed;
    store = (IMAPStore) visit.signIn().store();
    names = new FolderNames(store);
    source = visit.account().folder();
  }

  Seen seen() throws MessagingException, StepFailed {
    Optional<Folder> found = names.find(typed);
    return found.isPresent() ? present((IMAPFolder) found.get()) : missing();
  }

  private Seen present(IMAPFolder folder) throws MessagingException, StepFailed {
    if (folder.getFullName().equals(names.nameOf(source))) {
      throw new StepFailed(CheckCode.TARGET_SAME, typed);
    }
    if ((folder.getType() & Folder.HOLDS_MESSAGES) == 0) {
      throw new StepFailed(CheckCode.FOLDER_NOT_SELECTABLE, typed);
    }
    if (!allows(folder, INSERT)) {
      throw new StepFailed(CheckCode.TARGET_CLOSED, typed);
    }
    return Seen.of(CheckCode.TARGET, typed, count(folder));
  }

  /** By EXAMINE, which some servers refuse for folders that they list. */
  private static int count(Folder folder) throws MessagingException {
    folder.open(Folder.READ_ONLY);
    try {
      return folder.getMessageCount();
    } finally {
      folder.close(false);
    }
  }

  private Seen missing() throws MessagingException, StepFailed {
    if (!mayBeMade(store.getFolder(names.nameOf(typed)))) {
      throw new StepFailed(CheckCode.TARGET_REFUSED, typed, near());
    }
    return Seen.of(CheckCode.TARGET_MISSING, typed, near());
  }

  /** A folder is made in the nearest one above it that is there. */
  private boolean mayBeMade(Folder wanted) throws MessagingException {
    Folder above = wanted.getParent();
    while (above != null && !above.getFullName().isEmpty() && !above.exists()) {
      above = above.getParent();
    }
    return above == null || above.getFullName().isEmpty() || holdsFolders((IMAPFolder) above);
  }

  private boolean holdsFolders(IMAPFolder above) throws MessagingException {
    return (above.getType() & Folder.HOLDS_FOLDERS) != 0 && allows(above, CREATE);
  }

  private boolean allows(IMAPFolder folder, String letters) throws MessagingException {
    return !store.hasCapability("ACL") || holdsAny(folder.myRights(), letters);
  }

  private static boolean holdsAny(Rights rights, String letters) {
    return letters.chars().anyMatch(it -> rights.contains(Rights.Right.getInstance((char) it)));
  }

  private String near() throws MessagingException {
    return Words.list(names.near(typed));
  }
}
