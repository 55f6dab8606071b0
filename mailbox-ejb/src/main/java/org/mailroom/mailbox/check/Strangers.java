package org.mailroom.mailbox.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Knows by their first words the servers that people point a mailbox at by mistake. */
final class Strangers {
  private static final String PORT_HINT = "Check protocol and port; they belong together.";
  private static final Map<String, String> BY_FIRST_WORDS = new LinkedHashMap<>();

  static {
    BY_FIRST_WORDS.put("* OK", "an IMAP server");
    BY_FIRST_WORDS.put("+OK", "a POP3 server");
    BY_FIRST_WORDS.put("220", "an SMTP server");
    BY_FIRST_WORDS.put("HTTP/", "a web server");
    BY_FIRST_WORDS.put("SSH-", "an SSH server");
  }

  private Strangers() {}

  /** What to say of a greeting that is not the one of this protocol. */
  static StepFailed failure(Talk expected, String line) {
    if (line.startsWith("\u0015\u0003")) {
      return new StepFailed("The server speaks TLS on this port.", "Choose the security TLS.");
    }
    return who(line)
        .map(who -> new StepFailed("This is %s, not %s.".formatted(who, expected), PORT_HINT))
        .orElseGet(() -> refusal(expected, line));
  }

  private static Optional<String> who(String line) {
    return BY_FIRST_WORDS.entrySet().stream()
        .filter(known -> line.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static StepFailed refusal(Talk expected, String line) {
    return isRefusal(line)
        ? new StepFailed(
            "The server turns us away: " + Words.of(line),
            "Try again later; if it stays so, ask the operator of the mail server.")
        : new StepFailed(
            "The server does not greet as %s does: %s".formatted(expected, Words.of(line)),
            PORT_HINT);
  }

  private static boolean isRefusal(String line) {
    return line.startsWith("* BYE") || line.startsWith("-ERR") || line.matches("[45]\\d\\d.*");
  }
}
