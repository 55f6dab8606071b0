package org.mailroom.mailbox.check;

import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.MailFolders.MailFolder;

/**
 * Lists the folders of all namespaces of an account (RFC 2342), and counts those it has time for.
 */
final class FolderTree {
  private static final int MOST = 1000;
  private static final int MOST_COUNTED = 60;
  private static final long TIME_TO_COUNT = Duration.ofSeconds(3).toNanos();
  private static final Set<String> PURPOSES =
      Set.of("\\All", "\\Archive", "\\Drafts", "\\Flagged", "\\Junk", "\\Sent", "\\Trash");

  private final SignIn signIn;
  private final List<MailFolder> folders = new ArrayList<>();
  private long countUntil;
  private int counted;

  FolderTree(Visit visit) {
    signIn = visit.signIn();
  }

  List<MailFolder> folders() {
    return List.copyOf(folders);
  }

  Seen list() throws MessagingException {
    countUntil = System.nanoTime() + TIME_TO_COUNT;
    for (Folder folder : all(signIn.store())) {
      folders.add(read(folder));
    }
    return Seen.of(CheckCode.FOLDERS, folders.size());
  }

  private static List<Folder> all(Store store) throws MessagingException {
    Map<String, Folder> byName = new LinkedHashMap<>();
    for (String pattern : patterns(store)) {
      Stream.of(store.getDefaultFolder().list(pattern))
          .forEach(folder -> byName.putIfAbsent(folder.getFullName(), folder));
    }
    return byName.values().stream().sorted(inTreeOrder()).limit(MOST).toList();
  }

  /** A server need not list all namespaces unless it is asked by their names (RFC 2342 5). */
  private static List<String> patterns(Store store) throws MessagingException {
    List<String> patterns = new ArrayList<>(List.of("*"));
    for (Folder[] namespaces :
        List.of(
            store.getPersonalNamespaces(),
            store.getUserNamespaces(""),
            store.getSharedNamespaces())) {
      for (Folder namespace : namespaces) {
        if (!namespace.getFullName().isEmpty()) {
          patterns.add(namespace.getFullName() + separator(namespace) + "*");
        }
      }
    }
    return patterns;
  }

  /** The inbox first, and below each folder those it holds. */
  private static Comparator<Folder> inTreeOrder() {
    return Comparator.comparing((Folder folder) -> !folder.getFullName().equals("INBOX"))
        .thenComparing(FolderTree::sortKey);
  }

  // what separates the parts comes before all that may be in them
  private static String sortKey(Folder folder) {
    return folder.getFullName().replace(separator(folder), '\u0001').toLowerCase(Locale.ROOT);
  }

  private MailFolder read(Folder folder) throws MessagingException {
    String path = folder.getFullName();
    boolean selectable = holdsMessages(folder);
    return new MailFolder(
        path,
        folder.getName(),
        Math.toIntExact(path.chars().filter(c -> c == separator(folder)).count()),
        selectable,
        purpose(folder, selectable),
        selectable ? count(folder) : null);
  }

  private static boolean holdsMessages(Folder folder) throws MessagingException {
    try {
      return (folder.getType() & Folder.HOLDS_MESSAGES) != 0;
    } catch (FolderNotFoundException onlyAName) {
      // listed for those below it (RFC 9051 7.3.1, \NonExistent)
      return false;
    }
  }

  private static char separator(Folder folder) {
    try {
      return folder.getSeparator();
    } catch (MessagingException gone) {
      return '/';
    }
  }

  private static String purpose(Folder folder, boolean exists) throws MessagingException {
    if (!exists || !(folder instanceof IMAPFolder imap)) {
      return "";
    }
    return Stream.of(imap.getAttributes())
        .filter(PURPOSES::contains)
        .map(attribute -> attribute.substring(1))
        .findFirst()
        .orElse("");
  }

  /** STATUS costs the server something for each folder (RFC 9051 6.3.11). */
  private Integer count(Folder folder) {
    if (counted == MOST_COUNTED || System.nanoTime() > countUntil) {
      return null;
    }
    counted++;
    try {
      int messages = folder.getMessageCount();
      return messages < 0 ? null : messages;
    } catch (MessagingException mayNotBeAsked) {
      return null;
    }
  }
}
