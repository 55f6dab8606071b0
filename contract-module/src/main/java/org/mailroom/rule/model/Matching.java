package org.mailroom.rule.model;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.MailHeaders;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.rule.RuleCondition;
import org.mailroom.rule.RuleView;

/** Tells which rules hold for one mail. */
public final class Matching {
  private final IncomingMail mail;
  private final Supplier<MailHeaders> headers;
  private MailHeaders read;

  /**
   * @param headers asked once, and only for conditions on headers
   */
  public Matching(IncomingMail mail, Supplier<MailHeaders> headers) {
    this.mail = mail;
    this.headers = headers;
  }

  /** Whether all conditions hold. */
  public boolean holds(RuleView rule) {
    return rule.conditions().stream().allMatch(this::holds);
  }

  private boolean holds(RuleCondition condition) {
    List<String> values = values(condition);
    return switch (condition.test()) {
      case CONTAINS ->
          values.stream().anyMatch(it -> lower(it).contains(lower(condition.wanted())));
      case EQUALS -> values.stream().anyMatch(it -> lower(it).equals(lower(condition.wanted())));
      case MATCHES -> found(pattern(condition.wanted()), values);
    };
  }

  private static boolean found(Pattern pattern, List<String> values) {
    return values.stream().anyMatch(it -> pattern.matcher(it).find());
  }

  /** RE2 has no backtracking, so what strangers write cannot make it slow. */
  static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }

  private List<String> values(RuleCondition condition) {
    return switch (condition.field()) {
      case SUBJECT -> List.of(mail.subject());
      case SENDER ->
          Stream.concat(mail.from().stream().map(EmailAddress::value), Stream.of(mail.fromName()))
              .toList();
      case RECIPIENT -> mail.recipients().stream().map(EmailAddress::value).toList();
      case HEADER -> headers().values(condition.header());
    };
  }

  private MailHeaders headers() {
    if (read == null) {
      read = headers.get();
    }
    return read;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
