package org.mailroom.inbound.mime;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.mailbox.EmailAddress;

/** The people named in a header. */
final class Addresses {
  private static final int MAX_NAME = 200;
  private static final int MAX_PEOPLE = 500;
  private static final Pattern LOOSE =
      Pattern.compile("[^\\s<>()\\[\\],;:\"]+@[^\\s<>()\\[\\],;:\"]+");

  /**
   * @param name may be empty
   */
  record Person(EmailAddress address, String name) {}

  private Addresses() {}

  static List<Person> in(String header) {
    List<Person> people = parsed(header);
    return people.isEmpty() ? loose(header) : people;
  }

  private static List<Person> parsed(String header) {
    try {
      return Stream.of(InternetAddress.parseHeader(header, false))
          .limit(MAX_PEOPLE)
          .map(Addresses::person)
          .flatMap(Optional::stream)
          .toList();
    } catch (AddressException e) {
      return List.of();
    }
  }

  private static Optional<Person> person(InternetAddress address) {
    String name = Optional.ofNullable(address.getPersonal()).orElse("");
    return EmailAddress.parse(address.getAddress())
        .map(parsed -> new Person(parsed, CleanText.oneLine(EncodedWords.decode(name), MAX_NAME)));
  }

  /** Whatever looks like an address in a header that cannot be parsed. */
  private static List<Person> loose(String header) {
    List<Person> people = new ArrayList<>();
    Matcher address = LOOSE.matcher(header);
    while (people.size() < MAX_PEOPLE && address.find()) {
      EmailAddress.parse(address.group()).ifPresent(it -> people.add(new Person(it, "")));
    }
    return people;
  }
}
