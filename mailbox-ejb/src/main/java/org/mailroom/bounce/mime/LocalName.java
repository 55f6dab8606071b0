package org.mailroom.bounce.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.mailbox.EmailAddress;

/**
 * A recipient whom a notice tells of by the local part only, as servers do of their own users.
 *
 * @param words what is said of it alone; may be empty
 * @param around what is said of all of them
 */
record LocalName(String value, String words, String around) {
  private static final Pattern NAME =
      Pattern.compile(
          "[ \\t]*<?(\\w[\\w.+-]{0,63})>?[ \\t]*(?:\\(([^()\\n]{1,200})\\))?[ \\t]*(?:\\n|$)");

  private static final Pattern LIST =
      Pattern.compile(
          "(?i)(?:\\bfollowing(?: (?:recipient|address|user|mailbox)(?:e?s)?\\b[^:]{0,300}?)?"
              + "|not found|unknown user|user unknown)(?::|-{3,80}+)\\s*+((?:"
              + NAME.pattern()
              + ")++)");

  /** In the order that they are told of. */
  static List<LocalName> in(String notice) {
    Matcher list = LIST.matcher(notice);
    return list.find() ? in(notice, list) : List.of();
  }

  private static List<LocalName> in(String notice, MatchResult list) {
    List<MatchResult> names = NAME.matcher(list.group(1)).results().toList();
    // what is said behind several may be about one of them
    String around = names.size() == 1 ? notice : notice.substring(0, list.start(1));
    return names.stream().map(it -> of(it, around)).toList();
  }

  private static LocalName of(MatchResult name, String around) {
    String words = Optional.ofNullable(name.group(2)).orElse("");
    return new LocalName(name.group(1), words, around);
  }

  /**
   * The recipient of that name at the server or at the domain that it is of; who has it elsewhere
   * is another one, as the server may have found the name by an alias.
   *
   * @param recipients of the message
   * @param server its domain
   */
  Optional<EmailAddress> address(List<EmailAddress> recipients, String server) {
    return recipients.stream()
        .filter(to -> isOf(to) && isRelated(to.domain(), server.toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(() -> EmailAddress.parse(value + "@" + server));
  }

  private boolean isOf(EmailAddress to) {
    return value.equalsIgnoreCase(to.localPart());
  }

  private static boolean isRelated(String domain, String server) {
    return ("." + server).endsWith("." + domain) || ("." + domain).endsWith("." + server);
  }
}
