package org.mailroom.folder;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxDecoder;

/**
 * Finds the folder that a person means. People write a slash whatever separates the parts of a name
 * on the server, and leave out the prefix that some servers put before all of an account's folders
 * (RFC 2342) or before shared ones. On the wire a name is UTF-7 as IMAP has it (RFC 3501 5.1.3), or
 * UTF-8 where that was agreed on (RFC 6855); the mail library sees to that.
 *
 * <p>Each call may ask the server several times. For one connection.
 */
public final class FolderNames {
  private static final int MOST_NEAR = 10;

  private final Store store;
  private List<Space> spaces;

  /**
   * A namespace.
   *
   * @param prefix with the separator at its end; empty for none
   */
  private record Space(String prefix, char separator, boolean own) {
    static Space of(Folder folder, boolean own) throws MessagingException {
      String name = folder.getFullName();
      char separator = folder.getSeparator();
      boolean whole = name.isEmpty() || name.charAt(name.length() - 1) == separator;
      return new Space(whole ? name : name + separator, separator, own);
    }

    /** A name as a person types it, in the way of this namespace. */
    Stream<String> spell(String typed) {
      String parted = parted(typed);
      return prefix.isEmpty() || parted.startsWith(prefix)
          ? Stream.of(parted)
          : Stream.of(parted, prefix + parted);
    }

    private String parted(String typed) {
      return separator == 0 || typed.indexOf(separator) >= 0
          ? typed
          : typed.replace('/', separator);
    }

    String whole(String typed) {
      String parted = parted(typed);
      return parted.startsWith(prefix) ? parted : prefix + parted;
    }
  }

  /**
   * @param store connected
   */
  public FolderNames(Store store) {
    this.store = store;
  }

  /** The folder that is meant; empty if there is none. */
  public Optional<Folder> find(String typed) throws MessagingException {
    Folder asTyped = store.getFolder(typed);
    if (asTyped.exists()) {
      return Optional.of(asTyped);
    }
    for (String name : spellings(typed)) {
      Folder folder = store.getFolder(name);
      if (folder.exists()) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /** The full name of the folder that is meant, or that it is to be made by. */
  public String nameOf(String typed) throws MessagingException {
    Optional<Folder> found = find(typed);
    return found.isPresent() ? found.get().getFullName() : newName(typed);
  }

  private String newName(String typed) throws MessagingException {
    for (Space space : spaces()) {
      if (!space.prefix().isEmpty() && space.parted(typed).startsWith(space.prefix())) {
        return space.parted(typed);
      }
    }
    return spaces().stream()
        .filter(Space::own)
        .findFirst()
        .map(space -> space.whole(typed))
        .orElse(typed);
  }

  private Set<String> spellings(String typed) throws MessagingException {
    Set<String> spellings = new LinkedHashSet<>();
    for (String text :
        List.of(typed, Normalizer.normalize(typed, Normalizer.Form.NFC), raw(typed))) {
      spaces().forEach(space -> space.spell(text).forEach(spellings::add));
    }
    spellings.remove(typed);
    return spellings;
  }

  /** Somebody may have copied the name as it is on the wire. */
  private static String raw(String typed) {
    return typed.indexOf('&') < 0 || typed.chars().anyMatch(c -> c > 0x7e)
        ? typed
        : BASE64MailboxDecoder.decode(typed);
  }

  /** The account's own namespaces first. */
  private List<Space> spaces() throws MessagingException {
    if (spaces == null) {
      List<Space> found = new ArrayList<>();
      add(store.getPersonalNamespaces(), true, found);
      add(store.getSharedNamespaces(), false, found);
      add(store.getUserNamespaces(""), false, found);
      spaces = found;
    }
    return spaces;
  }

  private static void add(Folder[] namespaces, boolean own, List<Space> found)
      throws MessagingException {
    for (Folder namespace : namespaces) {
      found.add(Space.of(namespace, own));
    }
  }

  /** Some of the names there are, first those that a person may have meant. */
  public List<String> near(String typed) throws MessagingException {
    String wanted = last(typed);
    return all().stream()
        .sorted(Comparator.comparingInt(name -> strangeness(wanted, last(name))))
        .limit(MOST_NEAR)
        .toList();
  }

  /** How little a name looks like another; all those that do not are alike strange. */
  private static int strangeness(String wanted, String name) {
    int distance = distance(wanted, name);
    return distance <= Math.max(1, wanted.length() / 3) ? distance : Integer.MAX_VALUE;
  }

  /** A server need not list all namespaces unless it is asked by their names (RFC 2342 5). */
  private List<String> all() throws MessagingException {
    Set<String> names = new LinkedHashSet<>();
    Set<String> patterns = new LinkedHashSet<>(List.of("*"));
    spaces().forEach(space -> patterns.add(space.prefix() + "*"));
    for (String pattern : patterns) {
      Stream.of(store.getDefaultFolder().list(pattern))
          .map(Folder::getFullName)
          .forEach(names::add);
    }
    return List.copyOf(names);
  }

  /** What stands behind the last separator, without regard to case. */
  private static String last(String name) {
    String[] parts = name.split("[/.\\\\]", -1);
    return parts[parts.length - 1].toLowerCase(Locale.ROOT);
  }

  /** How many letters must be changed, added or left out (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      next(row, one.charAt(i - 1), i, other);
    }
    return row[other.length()];
  }

  private static void next(int[] row, char letter, int number, String other) {
    int diagonal = row[0];
    row[0] = number;
    for (int j = 1; j <= other.length(); j++) {
      int change = diagonal + (letter == other.charAt(j - 1) ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
    }
  }
}
