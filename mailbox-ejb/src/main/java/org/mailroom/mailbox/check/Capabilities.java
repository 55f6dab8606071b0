package org.mailroom.mailbox.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.mailbox.CheckCode;

/**
 * What a server says it can do, as far as it matters to reading and sending.
 *
 * @param signIn the ways to sign in (SASL mechanisms)
 * @param features those of ours that it offers
 * @param size the largest message it takes; empty if it does not say
 */
record Capabilities(List<String> signIn, List<String> features, String size) {
  /** IMAP tells most of it after the log-in only. */
  static final List<String> IMAP =
      List.of("IDLE", "UIDPLUS", "MOVE", "CONDSTORE", "NAMESPACE", "SPECIAL-USE", "UTF8=ACCEPT");

  private static final List<String> POP3 = List.of("UIDL", "TOP", "PIPELINING", "UTF8");
  private static final List<String> SMTP =
      List.of("SIZE", "PIPELINING", "8BITMIME", "SMTPUTF8", "DSN", "ENHANCEDSTATUSCODES");

  static Capabilities ofImap(List<String> answer) {
    List<String> words =
        words(answer.stream().filter(line -> upper(line).startsWith("* CAPABILITY")));
    Stream<String> mechanisms =
        words.stream().filter(word -> word.startsWith("AUTH=")).map(word -> word.substring(5));
    Stream<String> command = words.contains("LOGINDISABLED") ? Stream.of() : Stream.of("LOGIN");
    List<String> signIn =
        words.isEmpty() ? List.of() : Stream.concat(mechanisms, command).distinct().toList();
    return new Capabilities(signIn, offered(IMAP, words::contains), "");
  }

  static Capabilities ofPop3(List<String> answer) {
    List<String> keywords = answer.stream().map(line -> upper(line).split(" ", 2)[0]).toList();
    List<String> sasl = words(answer.stream().filter(line -> upper(line).startsWith("SASL ")));
    Stream<String> command = keywords.contains("USER") ? Stream.of("USER") : Stream.of();
    List<String> signIn = Stream.concat(sasl.stream().skip(1), command).toList();
    return new Capabilities(signIn, offered(POP3, keywords::contains), "");
  }

  static Capabilities ofSmtp(List<String> answer) {
    List<String> lines =
        answer.stream().skip(1).filter(line -> line.length() > 4).map(l -> l.substring(4)).toList();
    List<String> keywords = lines.stream().map(line -> upper(line).split("[ =]", 2)[0]).toList();
    return new Capabilities(
        words(lines.stream().filter(line -> upper(line).startsWith("AUTH "))).stream()
            .skip(1)
            .toList(),
        offered(SMTP, keywords::contains),
        words(lines.stream().filter(line -> upper(line).startsWith("SIZE "))).stream()
            .skip(1)
            .filter(size -> !size.equals("0"))
            .collect(Collectors.joining()));
  }

  private static List<String> words(Stream<String> lines) {
    return lines.flatMap(line -> Arrays.stream(upper(line).split(" +"))).toList();
  }

  private static String upper(String line) {
    return line.toUpperCase(Locale.ROOT);
  }

  /** Those of ours that a server offers. */
  static List<String> offered(List<String> ours, Predicate<String> offers) {
    return ours.stream().filter(offers).toList();
  }

  Seen seen() {
    List<String> all = Stream.concat(signIn.stream(), features.stream()).distinct().toList();
    Seen seen =
        all.isEmpty()
            ? Seen.of(CheckCode.CAPABILITIES_UNTOLD)
            : Seen.of(CheckCode.CAPABILITIES, String.join(", ", all));
    return seen.with("authentication", String.join(", ", signIn))
        .with("features", String.join(", ", features))
        .with("size", size);
  }
}
