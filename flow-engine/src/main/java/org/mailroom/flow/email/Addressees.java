package org.mailroom.flow.email;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mailroom.flow.flowable.Expressions;
import org.mailroom.flow.model.Facts;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.people.People;

/** Whom a message goes to: each once, whatever case it was written in, in the order of drawing. */
final class Addressees {
  // a comma within a quoted local part divides nothing
  private static final Pattern ITEM = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*+\"(?=@)|[^;,])++");

  private final People people;
  private final Expressions expressions;
  private final Facts facts;
  private final Map<String, EmailAddress> found = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();

  Addressees(People people, Expressions expressions, Facts facts) {
    this.people = people;
    this.expressions = expressions;
    this.facts = facts;
  }

  void add(Recipient recipient) {
    String value = recipient.value();
    switch (recipient.kind()) {
      case ADDRESS -> parse(value);
      case GROUP ->
          people
              .group(value)
              .ifPresentOrElse(all -> all.forEach(this::add), () -> leftOut.add("group " + value));
      case USER ->
          people.user(value).ifPresentOrElse(this::add, () -> leftOut.add("user " + value));
      case EXPRESSION -> parse(expressions.text(value, facts, rest -> rest));
      case UNKNOWN -> leftOut.add(value);
    }
  }

  private void parse(String list) {
    ITEM.matcher(list)
        .results()
        .map(MatchResult::group)
        .filter(Predicate.not(String::isBlank))
        .forEach(this::item);
  }

  private void item(String item) {
    EmailAddress.parse(item).ifPresentOrElse(this::add, () -> leftOut.add(item.strip()));
  }

  private void add(EmailAddress address) {
    found.putIfAbsent(address.value().toLowerCase(Locale.ROOT), address);
  }

  List<EmailAddress> all() {
    return List.copyOf(found.values());
  }

  /** What was named and could not be resolved. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }
}
