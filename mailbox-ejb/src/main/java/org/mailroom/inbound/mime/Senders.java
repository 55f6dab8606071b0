package org.mailroom.inbound.mime;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.inbound.mime.Addresses.Person;

/**
 * Whom a mail is from (RFC 5322 3.6.2).
 *
 * @param remark that there was a choice; empty if there was none
 */
record Senders(Optional<Person> sender, Optional<String> remark) {
  private static final String SEVERAL = "The mail names %d senders; the first is taken: %s.";
  private static final int MAX_HEADERS = 10;
  private static final String NO_FROM = "The mail has no readable From; its %s is taken.";

  static Senders of(Headers headers) {
    List<Person> authors = in(headers, "From");
    return authors.isEmpty() ? instead(headers) : author(authors);
  }

  private static Senders author(List<Person> authors) {
    Person first = authors.get(0);
    long others = authors.stream().map(Person::address).distinct().count();
    return new Senders(
        Optional.of(first),
        Optional.of(SEVERAL.formatted(others, first.address())).filter(it -> others > 1));
  }

  /** Who sent it for somebody, who waits for the answer, or whom its server names. */
  private static Senders instead(Headers headers) {
    return Stream.of("Sender", "Reply-To", "Return-Path")
        .flatMap(name -> in(headers, name).stream().limit(1).map(it -> taken(it, name)))
        .findFirst()
        .orElse(new Senders(Optional.empty(), Optional.empty()));
  }

  private static Senders taken(Person person, String name) {
    return new Senders(Optional.of(person), Optional.of(NO_FROM.formatted(name)));
  }

  private static List<Person> in(Headers headers, String name) {
    return headers.values(name).stream()
        .limit(MAX_HEADERS)
        .map(Addresses::in)
        .flatMap(List::stream)
        .toList();
  }
}
