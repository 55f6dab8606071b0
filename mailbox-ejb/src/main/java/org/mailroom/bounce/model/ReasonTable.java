package org.mailroom.bounce.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.outbox.BounceReason;

/**
 * Which words and codes of mail servers stand for which reason. The words are in {@code
 * reasons.txt} beside this class: sections by reason, the more particular words first.
 */
final class ReasonTable {
  // longer words are a whole mail, and hold whatever one looks for
  private static final int MAX_WORDS = 600;

  private static final List<Map.Entry<BounceReason, Pattern>> BY_WORDS = read("reasons.txt");

  // RFC 3463, RFC 7372, RFC 7505 and what providers use beyond; codes that say less are in BY_CLASS
  private static final Map<String, BounceReason> BY_STATUS =
      Map.ofEntries(
          Map.entry("1.1", BounceReason.USER_UNKNOWN),
          Map.entry("1.2", BounceReason.HOST_UNKNOWN),
          Map.entry("1.3", BounceReason.USER_UNKNOWN),
          Map.entry("1.6", BounceReason.MOVED),
          Map.entry("1.7", BounceReason.SENDER_REJECTED),
          Map.entry("1.8", BounceReason.SENDER_REJECTED),
          Map.entry("1.10", BounceReason.NOT_ACCEPTING),
          Map.entry("2.1", BounceReason.SUSPENDED),
          Map.entry("2.2", BounceReason.MAILBOX_FULL),
          Map.entry("2.3", BounceReason.MESSAGE_TOO_BIG),
          Map.entry("3.1", BounceReason.SYSTEM_FULL),
          Map.entry("3.4", BounceReason.MESSAGE_TOO_BIG),
          Map.entry("4.1", BounceReason.EXPIRED),
          Map.entry("4.2", BounceReason.NETWORK),
          Map.entry("4.4", BounceReason.HOST_UNKNOWN),
          Map.entry("4.5", BounceReason.RATE_LIMITED),
          Map.entry("4.6", BounceReason.NETWORK),
          Map.entry("4.7", BounceReason.EXPIRED),
          Map.entry("5.3", BounceReason.RATE_LIMITED),
          Map.entry("7.4", BounceReason.ENCRYPTION),
          Map.entry("7.10", BounceReason.ENCRYPTION),
          Map.entry("7.20", BounceReason.AUTHENTICATION),
          Map.entry("7.21", BounceReason.AUTHENTICATION),
          Map.entry("7.22", BounceReason.AUTHENTICATION),
          Map.entry("7.23", BounceReason.AUTHENTICATION),
          Map.entry("7.24", BounceReason.AUTHENTICATION),
          Map.entry("7.25", BounceReason.NO_REVERSE_DNS),
          Map.entry("7.26", BounceReason.AUTHENTICATION),
          Map.entry("7.27", BounceReason.SENDER_REJECTED),
          Map.entry("7.28", BounceReason.RATE_LIMITED),
          Map.entry("7.64", BounceReason.RELAYING_DENIED));

  private static final Map<Character, BounceReason> BY_CLASS =
      Map.of(
          '2', BounceReason.FILTERED,
          '3', BounceReason.SYSTEM,
          '4', BounceReason.NETWORK,
          '5', BounceReason.SYNTAX,
          '6', BounceReason.CONTENT,
          '7', BounceReason.POLICY);

  private static final Map<String, BounceReason> BY_REPLY =
      Map.of(
          "551", BounceReason.MOVED,
          "552", BounceReason.MAILBOX_FULL,
          "553", BounceReason.USER_UNKNOWN,
          "556", BounceReason.NOT_ACCEPTING,
          "521", BounceReason.NOT_ACCEPTING,
          "452", BounceReason.SYSTEM_FULL,
          "451", BounceReason.SYSTEM);

  private ReasonTable() {}

  static Optional<BounceReason> byWords(String words) {
    String bounded = words.substring(0, Math.min(MAX_WORDS, words.length()));
    String folded =
        bounded.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("\\s+", " ");
    return BY_WORDS.stream()
        .filter(section -> section.getValue().matcher(folded).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** By subject and detail, such as {@code 1.1}; whether for good or for now is another matter. */
  static Optional<BounceReason> byStatus(String status) {
    return status.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(BY_STATUS.get(status.substring(2)));
  }

  static Optional<BounceReason> byClass(String status) {
    return status.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(BY_CLASS.get(status.charAt(2)));
  }

  static Optional<BounceReason> byReply(String reply) {
    return Optional.ofNullable(BY_REPLY.get(reply));
  }

  private static List<Map.Entry<BounceReason, Pattern>> read(String resource) {
    List<Map.Entry<BounceReason, Pattern>> table = new ArrayList<>();
    for (String section : text(resource).split("(?m)^\\[", -1)) {
      String[] head = section.split("]\\s*", 2);
      if (head.length == 2) {
        table.add(Map.entry(BounceReason.valueOf(head[0]), anyOf(head[1])));
      }
    }
    return List.copyOf(table);
  }

  private static Pattern anyOf(String lines) {
    return Pattern.compile(
        lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.joining("|")));
  }

  private static String text(String resource) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(ReasonTable.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      return in.lines().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
