package org.mailroom.mailbox.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.CheckCode;

/** Knows by their first words the servers that people point a mailbox at by mistake. */
final class Strangers {
  private static final Map<String, CheckCode> BY_FIRST_WORDS = new LinkedHashMap<>();

  static {
    BY_FIRST_WORDS.put("* OK", CheckCode.IS_IMAP);
    BY_FIRST_WORDS.put("+OK", CheckCode.IS_POP3);
    BY_FIRST_WORDS.put("220", CheckCode.IS_SMTP);
    BY_FIRST_WORDS.put("HTTP/", CheckCode.IS_WEB);
    BY_FIRST_WORDS.put("SSH-", CheckCode.IS_SSH);
  }

  private Strangers() {}

  /** What to say of a greeting that is not the one of this protocol. */
  static StepFailed failure(Talk expected, String line) {
    if (line.startsWith("\u0015\u0003")) {
      return new StepFailed(CheckCode.SPEAKS_TLS);
    }
    return who(line)
        .map(who -> new StepFailed(who, expected))
        .orElseGet(() -> refusal(expected, line));
  }

  private static Optional<CheckCode> who(String line) {
    return BY_FIRST_WORDS.entrySet().stream()
        .filter(known -> line.startsWith(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static StepFailed refusal(Talk expected, String line) {
    return isRefusal(line)
        ? new StepFailed(CheckCode.TURNED_AWAY, Words.of(line))
        : new StepFailed(CheckCode.NO_GREETING, expected, Words.of(line));
  }

  private static boolean isRefusal(String line) {
    return line.startsWith("* BYE") || line.startsWith("-ERR") || line.matches("[45]\\d\\d.*");
  }
}
