package org.mailroom.inbound.mime;

import java.util.List;
import java.util.Optional;
import org.mailroom.inbound.mime.Addresses.Person;

/**
 * Whom a mail is from (RFC 5322 3.6.2).
 *
 * @param remark that there was a choice; empty if there was none
 */
record Senders(Optional<Person> sender, Optional<String> remark) {
  private static final String SEVERAL = "The mail names %d senders; the first is taken: %s.";
  private static final int MAX_HEADERS = 10;
  private static final String NO_FROM = "The mail has no readable From; its Sender is taken.";

  static Senders of(Headers headers) {
    List<Person> authors = in(headers, "From");
    if (authors.isEmpty()) {
      Optional<Person> sender = in(headers, "Sender").stream().findFirst();
      return new Senders(sender, sender.map(person -> NO_FROM));
    }
    Person first = authors.get(0);
    long others = authors.stream().map(Person::address).distinct().count();
    return new Senders(
        Optional.of(first),
        Optional.of(SEVERAL.formatted(others, first.address())).filter(it -> others > 1));
  }

  private static List<Person> in(Headers headers, String name) {
    return headers.values(name).stream()
        .limit(MAX_HEADERS)
        .map(Addresses::in)
        .flatMap(List::stream)
        .toList();
  }
}
