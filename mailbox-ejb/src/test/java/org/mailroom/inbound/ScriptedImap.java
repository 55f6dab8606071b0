package org.mailroom.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** As much of an IMAP server as a reader needs (RFC 9051), with one folder. */
public final class ScriptedImap extends ScriptedMailServer {
  private volatile long uidValidity = 7;
  private volatile String capabilities = "IMAP4rev1 UIDPLUS MOVE IDLE";
  private final Map<String, Set<String>> flags = new ConcurrentHashMap<>();
  private final Map<String, List<String>> folders = new ConcurrentHashMap<>();
  private final Set<Guest> idling = ConcurrentHashMap.newKeySet();
  private final List<String> commands = new CopyOnWriteArrayList<>();

  public ScriptedImap() {
    start();
  }

  public void uidValidity(long value) {
    uidValidity = value;
  }

  public void capabilities(String words) {
    capabilities = words;
  }

  /** The flags that a mail was given. */
  public Set<String> flags(String uid) {
    return flags.getOrDefault(uid, Set.of());
  }

  /** The mail that another folder was given; null if there is no such folder. */
  public List<String> folder(String name) {
    return folders.get(name);
  }

  /** The mail that is in the folder. */
  public List<String> uids() {
    return mails.stream().map(Mail::uid).toList();
  }

  /** All commands it was told, without their tags. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  @Override
  protected void greet(Guest guest) throws IOException {
    if (!misbehaves("", "GREETING", guest)) {
      guest.say("* OK hello");
    }
  }

  @Override
  protected void hear(String line, Guest guest) throws IOException {
    String[] words = line.split(" ", 2);
    String command = words.length < 2 ? "" : words[1];
    commands.add(command);
    if (misbehaves(words[0], command, guest)) {
      return;
    }
    String verb = command.toUpperCase(Locale.ROOT);
    if (verb.startsWith("CAPABILITY")) {
      guest.say("* CAPABILITY " + capabilities);
    } else if (verb.startsWith("EXAMINE") || verb.startsWith("SELECT")) {
      select(guest);
    } else if (verb.startsWith("UID FETCH")) {
      fetch(command.substring("UID FETCH ".length()), guest);
    } else if (verb.startsWith("UID ")) {
      if (!change(command.split(" ", 4), guest)) {
        guest.say(words[0] + " NO [TRYCREATE] no such folder");
        return;
      }
    } else if (verb.startsWith("CREATE")) {
      folders.put(unquoted(command.substring("CREATE ".length())), new CopyOnWriteArrayList<>());
    } else if (verb.equals("IDLE")) {
      idle(guest);
    } else if (verb.startsWith("LOGOUT")) {
      guest.say("* BYE bye");
    }
    guest.say(words[0] + " OK done");
  }

  private void select(Guest guest) throws IOException {
    guest.say("* %d EXISTS".formatted(mails.size()));
    guest.say("* FLAGS (\\Seen \\Deleted)");
    guest.say("* OK [PERMANENTFLAGS (\\Seen \\Deleted)] ok");
    guest.say("* OK [UIDVALIDITY %d] ok".formatted(uidValidity));
    guest.say("* OK [UIDNEXT %d] ok".formatted(highest() + 1));
  }

  private long highest() {
    return mails.stream().mapToLong(mail -> Long.parseLong(mail.uid())).max().orElse(0);
  }

  private boolean change(String[] words, Guest guest) throws IOException {
    List<String> uids =
        uids().stream().filter(uid -> wanted(words[2], Long.parseLong(uid))).toList();
    switch (words[1].toUpperCase(Locale.ROOT)) {
      case "STORE" -> uids.forEach(uid -> flag(uid, words[3]));
      case "EXPUNGE" -> expunge(uids.stream().filter(this::isDeleted).toList(), guest);
      case "COPY" -> {
        return copy(uids, unquoted(words[3]));
      }
      case "MOVE" -> {
        if (!copy(uids, unquoted(words[3]))) {
          return false;
        }
        expunge(uids, guest);
      }
      default -> throw new IllegalStateException(words[1]);
    }
    return true;
  }

  private void flag(String uid, String change) {
    String flag = change.substring(change.indexOf('(') + 1, change.indexOf(')'));
    flags.computeIfAbsent(uid, unused -> ConcurrentHashMap.newKeySet()).add(flag);
  }

  private boolean isDeleted(String uid) {
    return flags(uid).contains("\\Deleted");
  }

  private boolean copy(List<String> uids, String folder) {
    List<String> target = folders.get(folder);
    return target != null && (uids.isEmpty() || target.addAll(uids));
  }

  private void expunge(List<String> uids, Guest guest) throws IOException {
    for (String uid : uids) {
      int index = uids().indexOf(uid);
      mails.remove(index);
      guest.say("* %d EXPUNGE".formatted(index + 1));
    }
  }

  private static String unquoted(String name) {
    return name.replace("\"", "");
  }

  private void idle(Guest guest) throws IOException {
    idling.add(guest);
    guest.say("+ idling");
    guest.hear();
    idling.remove(guest);
  }

  /** A mail comes, and whoever waits for news is told. */
  public void announces(String uid, String mail) {
    receives(uid, mail);
    idling.forEach(this::tell);
  }

  private void tell(Guest guest) {
    try {
      guest.say("* %d EXISTS".formatted(mails.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fetch(String arguments, Guest guest) throws IOException {
    String[] words = arguments.split(" ", 2);
    List<Mail> all = List.copyOf(mails);
    for (int i = 0; i < all.size(); i++) {
      if (wanted(words[0], Long.parseLong(all.get(i).uid()))) {
        guest.write(answer(i + 1, all.get(i), words[1]));
      }
    }
  }

  private boolean wanted(String set, long uid) {
    return Arrays.stream(set.split(",", -1)).anyMatch(range -> within(range, uid));
  }

  private boolean within(String range, long uid) {
    List<Long> ends =
        Arrays.stream(range.split(":", -1))
            .map(end -> end.equals("*") ? highest() : Long.parseLong(end))
            .sorted()
            .collect(Collectors.toList());
    return uid >= ends.get(0) && uid <= ends.get(ends.size() - 1);
  }

  private byte[] answer(int number, Mail mail, String items) {
    if (!items.contains("BODY")) {
      return bytes(
          "* %d FETCH (UID %s RFC822.SIZE %d INTERNALDATE \"22-Nov-2026 12:00:00 +0000\" FLAGS (%s))\r\n"
              .formatted(number, mail.uid(), mail.size(), String.join(" ", flags(mail.uid()))));
    }
    return literal(number, mail.uid(), part(mail, items), part(mail, items).length);
  }

  private static byte[] part(Mail mail, String items) {
    if (items.contains("HEADER")) {
      String text = new String(mail.bytes(), StandardCharsets.UTF_8);
      return bytes(text.substring(0, text.indexOf("\r\n\r\n") + 4));
    }
    int to = items.indexOf("<0.");
    int most =
        to < 0 ? mail.bytes().length : Integer.parseInt(items.substring(to + 3).split(">", 2)[0]);
    return Arrays.copyOf(mail.bytes(), Math.min(most, mail.bytes().length));
  }

  /** A mail in an answer, with a length that need not be its own. */
  public static byte[] literal(int number, String uid, byte[] mail, long length) {
    String begin = "* %d FETCH (UID %s BODY[] {%d}\r\n".formatted(number, uid, length);
    return join(bytes(begin), mail, bytes(")\r\n"));
  }
}
