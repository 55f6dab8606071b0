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

  // the library takes quadratic time on hostile headers; in a longer one only addresses are read
  private static final int MAX_PARSED = 8_000;

  // the library decodes words by itself, one by one, and in fewer charsets
  private static final String WORD = "=?";
  private static final String VEILED = "=\uE000?";
  private static final Pattern LOOSE =
      Pattern.compile(
          "(?:\"[^\"\\\\]{1,64}\"|[^\\s<>()\\[\\],;:\"]{1,250})@[^\\s<>()\\[\\],;:\"]{1,250}");
  private static final Pattern ENCODED =
      Pattern.compile("=\\?[^?\\s]{1,60}\\?[bBqQ]\\?[^?]{0,2000}+\\?=");
  private static final Pattern QUOTED_WORD = Pattern.compile("\"(" + ENCODED + ")\"");
  private static final Pattern ALL_QUOTED = Pattern.compile("^<?\"([^\"]*+)\">?$");
  private static final Pattern ROUTE = Pattern.compile("^@[^:]{0,250}:");
  private static final Pattern AROUND = Pattern.compile("^(?i:mailto:)|^['<]|['>.]$");
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"(\\s*@)?");
  private static final Pattern AROUND_NAME = Pattern.compile("^\"([^\"]*+)\"?$");
  private static final Pattern DIVIDED = Pattern.compile("[,;>]");
  private static final Pattern WORDS = Pattern.compile("(?:\"[^\"@]*+\"|[^\",;:@\\[\\]()'])*+");
  private static final Pattern COMMENT = Pattern.compile("\\((?:[^()\\\\]|\\\\.)*+\\)");
  private static final Pattern QUOTED_LOCAL =
      Pattern.compile("^\"(?:[^\"\\\\]|\\\\.){1,64}\"(?=\\s*@)");

  /**
   * @param name may be empty
   */
  record Person(EmailAddress address, String name) {}

  private Addresses() {}

  static List<Person> in(String header) {
    String quoted = quoted(header);
    List<Person> people = header.length() > MAX_PARSED ? List.of() : parsed(quoted);
    if (people.isEmpty()) {
      List<Person> written = loose(quoted);
      return written.isEmpty() ? loose(unquoted(EncodedWords.decode(header))) : written;
    }
    return people.size() == 1 ? List.of(named(people.get(0), quoted)) : people;
  }

  /** An address in quotes is a name, but where nothing else is said. */
  private static String unquoted(String header) {
    return ALL_QUOTED.matcher(header.strip()).replaceFirst("$1");
  }

  /** A comma within an encoded word divides nothing, so the word is put into quotes. */
  private static String quoted(String header) {
    if (!header.contains("=?")) {
      return header;
    }
    StringBuilder text = new StringBuilder();
    boolean quotes = false;
    int end = 0;
    Matcher words = ENCODED.matcher(header);
    while (words.find()) {
      String before = header.substring(end, words.start());
      quotes ^= before.chars().filter(c -> c == '"').count() % 2 == 1;
      text.append(before).append(quotes ? words.group() : '"' + words.group() + '"');
      end = words.end();
    }
    return text.append(header, end, header.length())
        .toString()
        .replaceAll("\\?=\"\\s+\"=\\?", "?= =?");
  }

  /** Empty if not each of the addresses is written as one should be. */
  private static List<Person> parsed(String header) {
    try {
      List<InternetAddress> written =
          Stream.of(InternetAddress.parseHeader(header.replace(WORD, VEILED), false))
              .flatMap(Addresses::members)
              .limit(MAX_PEOPLE)
              .toList();
      return written.stream().anyMatch(Addresses::isBroken)
          ? List.of()
          : written.stream().flatMap(Addresses::people).toList();
    } catch (AddressException e) {
      return List.of();
    }
  }

  private static boolean isBroken(InternetAddress address) {
    return String.valueOf(address.getAddress()).contains("@") && person(address).isEmpty();
  }

  /** Those of a group (RFC 5322 3.4), else the one itself. */
  private static Stream<InternetAddress> members(InternetAddress address) {
    try {
      return address.isGroup() ? Stream.of(address.getGroup(false)) : Stream.of(address);
    } catch (AddressException e) {
      return Stream.empty();
    }
  }

  private static Stream<Person> people(InternetAddress address) {
    return person(address).map(Stream::of).orElseGet(() -> encoded(address));
  }

  /** Some programs encode the address along with the name. */
  private static Stream<Person> encoded(InternetAddress address) {
    String word = QUOTED_WORD.matcher(unveiled(address.getAddress())).replaceAll("$1");
    String words = EncodedWords.decode(word);
    return words.equals(word) || words.indexOf('<') < 0 ? Stream.empty() : loose(words).stream();
  }

  private static Optional<Person> person(InternetAddress address) {
    String name = unveiled(address.getPersonal());
    return EmailAddress.parse(bare(unveiled(address.getAddress())))
        .map(parsed -> new Person(parsed, name(name)));
  }

  private static String unveiled(String text) {
    return Optional.ofNullable(text).orElse("").replace(VEILED, WORD);
  }

  private static String name(String written) {
    String words = QUOTED_WORD.matcher(written).replaceAll("$1").replaceAll("\"\\s+\"", " ");
    String said = withoutQuotes(EncodedWords.decode(withoutQuotes(words)));
    return CleanText.oneLine(said, MAX_NAME);
  }

  /** They may also be encoded along with the name. */
  private static String withoutQuotes(String name) {
    return AROUND_NAME.matcher(name.strip()).replaceFirst("$1");
  }

  /** Without the route of old (RFC 5322 4.4), and what people put around an address. */
  private static String bare(String address) {
    String here = ROUTE.matcher(EncodedWords.decode(address.strip())).replaceFirst("");
    Matcher local = QUOTED_LOCAL.matcher(here);
    int quoted = local.find() ? local.end() : 0;
    String said = COMMENT.matcher(here.substring(quoted)).replaceAll("");
    String rest = said.replaceAll("\\s*([@.])\\s*", "$1").strip();
    return here.substring(0, quoted) + AROUND.matcher(rest).replaceAll("");
  }

  /** {@code Prado, Ana <ana@b.example>} without quotes is one person all the same. */
  private static Person named(Person person, String header) {
    int angle = header.indexOf('<');
    String before = header.substring(0, Math.max(0, angle));
    String said = COMMENT.matcher(before).replaceAll("");
    boolean divided = said.indexOf(',') >= 0 && said.indexOf('"') < 0;
    boolean one = header.indexOf('<', angle + 1) < 0 && before.indexOf('@') < 0;
    return divided && one && before.indexOf(':') < 0 && said.indexOf('(') < 0
        ? new Person(person.address(), name(before))
        : person;
  }

  /** Whatever looks like an address in a header that cannot be parsed. */
  private static List<Person> loose(String header) {
    String text = withoutNamesLikeAddresses(header);
    List<Person> people = new ArrayList<>();
    Matcher address = LOOSE.matcher(text);
    int end = 0;
    while (people.size() < MAX_PEOPLE && address.find()) {
      // what stands before an address, and is not divided from it, is a name
      if (!people.isEmpty() && !DIVIDED.matcher(text.substring(end, address.start())).find()) {
        people.remove(people.size() - 1);
      }
      EmailAddress.parse(bare(address.group()))
          .ifPresent(it -> people.add(new Person(it, nameBefore(text, address.start()))));
      end = address.end();
    }
    return people;
  }

  private static String withoutNamesLikeAddresses(String header) {
    return QUOTED
        .matcher(header)
        .replaceAll(
            found ->
                found.group(1) == null && found.group().contains("@")
                    ? ""
                    : Matcher.quoteReplacement(found.group()));
  }

  /** The words before the first address. */
  private static String nameBefore(String header, int start) {
    int angle = header.lastIndexOf('<', start);
    if (angle < 0) {
      return nameWithoutAngle(header.substring(0, start));
    }
    String before = header.indexOf('@') < angle ? "" : header.substring(0, angle);
    return name(before.replaceAll("[<\"]", ""));
  }

  /** A comma within quotes divides nothing; a colon ends what is no name. */
  private static String nameWithoutAngle(String before) {
    Matcher words = WORDS.matcher(before);
    return words.matches() ? name(words.group().replace("\"", "")) : "";
  }
}
