package org.mailroom.inbound.mime;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where the header of a mail or of a part ends, also where no empty line says so. */
final class HeaderBlock {
  /** How a line begins that goes on with a Content-Type or Content-Disposition. */
  static final String PARAMETER = "(?i:boundary|charset|(?:file)?name)[*0-9]{0,4}[ \\t]*=";

  /** How a line ends within an address; the address alone is a group. */
  static final String BEGINNING_OF_ADDRESS = "(<[^<>\\s]{0,200})[ \\t]{0,20}";

  /** How a line begins that goes on with an address, without the white space before it. */
  static final String REST_OF_ADDRESS = "[^\\s<>:]{1,100}>";

  // the name of one of somebody's own may be broken
  private static final Pattern LINE =
      Pattern.compile("([!-9;-~]{1,200}|X-[^:]{1,100})[ \\t]*:.*", Pattern.DOTALL);
  private static final Pattern UNFOLDED = Pattern.compile(PARAMETER + ".*", Pattern.DOTALL);
  private static final Pattern OPEN = Pattern.compile(BEGINNING_OF_ADDRESS + "$");
  private static final Pattern REST = Pattern.compile(REST_OF_ADDRESS);
  private static final Pattern COMMON =
      Pattern.compile("(x|content|resent|list|arc|dkim|delivered|return|mime)-.+|received.*");
  private static final Set<String> KNOWN =
      Set.of(
          "from",
          "to",
          "cc",
          "bcc",
          "subject",
          "date",
          "sender",
          "reply-to",
          "message-id",
          "in-reply-to",
          "references",
          "importance",
          "priority",
          "precedence",
          "organization",
          "user-agent",
          "thread-topic",
          "thread-index",
          "status",
          "lines",
          "newsgroups",
          "path",
          "comments",
          "keywords",
          "auto-submitted",
          "authentication-results",
          "errors-to",
          "disposition-notification-to",
          "domainkey-signature",
          "encoding",
          "sensitivity");
  private static final Pattern BROKEN =
      Pattern.compile(".*=\\?[^?\\s]{1,60}\\?[qQ]\\?(?:(?!\\?=|=\\?).)*+(?<==)", Pattern.DOTALL);
  private static final int MAX_LINE = 1_000;
  private static final int MAX_FOLDED = 20;

  private static final Pattern TELLING = Pattern.compile("(?i)(?:from|to|subject|content-).*");
  private static final String FROM = "from:";
  private static final int MAX_EMPTY = 5;
  private static final int MAX_LINES = 100;

  private final Slice slice;
  private boolean seen;

  /** Whether something of it tells whom the mail is from, or what follows. */
  private boolean telling;

  /** Whether the line before ends in a semicolon, so that a parameter is to follow. */
  private boolean goesOn;

  /** Whether the line before opens a bracket, so that the rest of an address is to follow. */
  private boolean opened;

  /** Whether the line before breaks off an encoded word, so that its rest is to follow. */
  private boolean broken;

  /** The first line that is none of a header since the last that certainly is; -1 if none. */
  private int words = -1;

  private HeaderBlock(Slice slice) {
    this.slice = slice;
  }

  /** Where the body begins; the beginning if what is there is no header. */
  static int end(Slice slice) {
    return new HeaderBlock(slice).end();
  }

  private int end() {
    int at = slice.from();
    while (at < slice.to()) {
      String line = slice.head(at, MAX_LINE);
      int next = slice.nextLine(at);
      if (line.isBlank() && !folds(line, next) && !isInterrupted(next)) {
        return ended(at, next);
      }
      if (at - slice.from() < Headers.MAX_BLOCK) {
        look(line, at);
        goesOn = line.stripTrailing().endsWith(";");
        opened = OPEN.matcher(line).find();
        broken = isBroken(line.stripTrailing());
      }
      at = next;
    }
    return seen ? words(slice.to()) : slice.from();
  }

  /** Some gateways leave empty lines within, before the first header that says anything. */
  private boolean isInterrupted(int at) {
    return seen && !telling && namesSender(behindEmpty(at));
  }

  private int behindEmpty(int from) {
    int at = from;
    for (int lines = 0; lines < MAX_EMPTY && slice.head(at, MAX_LINE).isBlank(); lines++) {
      at = slice.nextLine(at);
    }
    return at;
  }

  private boolean namesSender(int from) {
    if (!isKnown(slice.head(from, MAX_LINE))) {
      return false;
    }
    int at = from;
    for (int lines = 0; lines < MAX_LINES && !slice.head(at, MAX_LINE).isBlank(); lines++) {
      if (slice.head(at, FROM.length()).equalsIgnoreCase(FROM)) {
        return true;
      }
      at = slice.nextLine(at);
    }
    return false;
  }

  private int ended(int at, int next) {
    if (seen) {
      return words(next);
    }
    return at == slice.from() ? next : slice.from();
  }

  private int words(int otherwise) {
    return words < 0 ? otherwise : words;
  }

  /** White space alone is no empty line where a header goes on behind it (RFC 5322 4.2). */
  private boolean folds(String line, int next) {
    return !line.isEmpty() && seen && isKnown(slice.head(unfolded(next), MAX_LINE));
  }

  /** The first line from there on that does not go on with the one before. */
  private int unfolded(int from) {
    int at = from;
    for (int lines = 0; lines < MAX_FOLDED && isFolded(at); lines++) {
      at = slice.nextLine(at);
    }
    return at;
  }

  private boolean isFolded(int at) {
    return slice.startsWith(at, " ") || slice.startsWith(at, "\t");
  }

  private void look(String line, int at) {
    if (line.startsWith(" ") || line.startsWith("\t") || goesOn(line)) {
      return;
    }
    if (LINE.matcher(line).matches()) {
      seen = true;
      telling |= TELLING.matcher(line).matches();
      words = isKnown(line) ? -1 : words;
    } else if (seen && words < 0 && !line.startsWith("From ") && !line.startsWith(">From ")) {
      words = at;
    }
  }

  private boolean isBroken(String line) {
    boolean inWord = broken && !line.contains("?=");
    return inWord ? line.endsWith("=") : BROKEN.matcher(line).matches();
  }

  private boolean goesOn(String line) {
    return broken || isParameter(line) || (opened && REST.matcher(line).lookingAt());
  }

  private boolean isParameter(String line) {
    return goesOn && UNFOLDED.matcher(line).matches();
  }

  /** Whether a line is one of a header beyond doubt. */
  static boolean isKnown(String line) {
    Matcher header = LINE.matcher(line);
    if (!header.matches()) {
      return false;
    }
    String name = header.group(1).toLowerCase(Locale.ROOT);
    return KNOWN.contains(name) || COMMON.matcher(name).matches();
  }
}
