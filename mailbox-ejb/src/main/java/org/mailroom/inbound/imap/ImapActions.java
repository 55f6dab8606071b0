package org.mailroom.inbound.imap;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FLAGS;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.mailroom.inbound.model.SourceTrouble;
import org.mailroom.mailbox.AfterReading.Step;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.ServerAction;

/**
 * What is done to mail in a folder. It speaks of mail by UID alone, so that no other mail is meant
 * whatever happens meanwhile: above all it never expunges a whole folder.
 */
final class ImapActions {
  private final IMAPFolder folder;
  private final long uidValidity;
  private final Map<String, String> targets;

  /**
   * @param targets the server's names of the folders that mail is moved to
   */
  ImapActions(IMAPFolder folder, long uidValidity, Map<String, String> targets) {
    this.folder = folder;
    this.uidValidity = uidValidity;
    this.targets = targets;
  }

  /**
   * Returns whether it was done: not if the mail has been numbered anew meanwhile.
   *
   * @throws SourceTrouble if it is to be moved to where it is
   */
  boolean act(Step step, List<String> uids) throws MessagingException {
    String target = targets.get(step.folder());
    if (folder.getFullName().equalsIgnoreCase(target)) {
      throw new SourceTrouble(
          Trouble.SETTINGS, "This is the folder that mail is read from; name another one.", null);
    }
    if (!writable()) {
      return false;
    }
    String set = String.join(",", uids);
    folder.doCommand(
        protocol -> {
          act(protocol, step.action(), set, target);
          return null;
        });
    return true;
  }

  /** Opens the folder for writing; false if its mail has been numbered anew meanwhile. */
  private boolean writable() throws MessagingException {
    if (!folder.isOpen() || folder.getMode() != Folder.READ_WRITE) {
      if (folder.isOpen()) {
        folder.close(false);
      }
      openToWrite();
    }
    return folder.getUIDValidity() == uidValidity;
  }

  private void openToWrite() throws MessagingException {
    try {
      folder.open(Folder.READ_WRITE);
    } catch (MessagingException mayOnlyRead) {
      folder.open(Folder.READ_ONLY);
      throw mayOnlyRead;
    }
  }

  private static void act(IMAPProtocol protocol, ServerAction action, String set, String target)
      throws ProtocolException {
    switch (action) {
      case LEAVE -> {
        // nothing
      }
      case MARK_READ -> store(protocol, set, "\\Seen");
      case FLAG -> store(protocol, set, "\\Flagged");
      case MOVE -> move(protocol, set, target);
      case DELETE -> remove(protocol, set);
    }
  }

  private static void store(IMAPProtocol protocol, String set, String flag)
      throws ProtocolException {
    ImapSource.run(protocol, "UID STORE %s +FLAGS.SILENT (%s)".formatted(set, flag));
  }

  private static void move(IMAPProtocol protocol, String set, String target)
      throws ProtocolException {
    if (can(protocol, "MOVE")) {
      into(protocol, "UID MOVE " + set, target);
      return;
    }
    // one that bears the mark already was copied by a try that was cut off
    String uncopied = undeleted(protocol, set);
    if (!uncopied.isEmpty()) {
      into(protocol, "UID COPY " + uncopied, target);
    }
    remove(protocol, set);
  }

  private static String undeleted(IMAPProtocol protocol, String set) throws ProtocolException {
    return Arrays.stream(ImapSource.run(protocol, "UID FETCH %s (UID FLAGS)".formatted(set)))
        .filter(FetchResponse.class::isInstance)
        .map(FetchResponse.class::cast)
        .filter(ImapActions::isUndeleted)
        .map(mail -> Long.toString(mail.getItem(UID.class).uid))
        .collect(Collectors.joining(","));
  }

  private static boolean isUndeleted(FetchResponse mail) {
    FLAGS flags = mail.getItem(FLAGS.class);
    return mail.getItem(UID.class) != null && flags != null && !flags.contains(Flags.Flag.DELETED);
  }

  /** Without UIDPLUS (RFC 4315) mail can only be marked: all else takes other mail away too. */
  private static void remove(IMAPProtocol protocol, String set) throws ProtocolException {
    store(protocol, set, "\\Deleted");
    if (can(protocol, "UIDPLUS")) {
      ImapSource.run(protocol, "UID EXPUNGE " + set);
    }
  }

  /** Both are part of IMAP4rev2 (RFC 9051). */
  private static boolean can(IMAPProtocol protocol, String extension) {
    return protocol.hasCapability(extension) || protocol.hasCapability("IMAP4rev2");
  }

  private static void into(IMAPProtocol protocol, String command, String target)
      throws ProtocolException {
    try {
      ImapSource.run(protocol, command, name(protocol, target));
    } catch (CommandFailedException refused) {
      if (!made(protocol, target)) {
        throw refused;
      }
      ImapSource.run(protocol, command, name(protocol, target));
    }
  }

  private static Argument name(IMAPProtocol protocol, String folder) {
    Argument argument = new Argument();
    if (protocol.supportsUtf8()) {
      argument.writeString(folder, StandardCharsets.UTF_8);
    } else {
      argument.writeString(BASE64MailboxEncoder.encode(folder));
    }
    return argument;
  }

  /** Whether the folder was missing and is there now. */
  private static boolean made(IMAPProtocol protocol, String folder) throws ProtocolException {
    try {
      protocol.create(folder);
    } catch (CommandFailedException thereOrForbidden) {
      return false;
    }
    try {
      protocol.subscribe(folder);
    } catch (CommandFailedException notShown) {
      // it is there all the same
    }
    return true;
  }
}
