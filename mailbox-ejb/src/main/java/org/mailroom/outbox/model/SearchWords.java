package org.mailroom.outbox.model;

import static java.util.stream.Collectors.toCollection;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words by which a message is found: letters and digits, in lower case and without accents. An
 * e-mail address is a word as a whole, as its domain with the @, and as its parts.
 */
public final class SearchWords {
  private static final int MAX_WORD = 200;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern AROUND_ADDRESS =
      Pattern.compile("^[^\\p{L}\\p{N}@]+|[^\\p{L}\\p{N}@]+$");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  // letters that Unicode does not take apart
  private static final Map<String, String> PLAIN =
      Map.of(
          "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı",
          "i");
  private static final Pattern NOT_PLAIN = Pattern.compile("[ßæœøłđðþı]");

  private SearchWords() {}

  /** By which a message with these texts is found. */
  public static Set<String> of(Stream<String> texts) {
    return texts
        .flatMap(SearchWords::terms)
        .flatMap(SearchWords::indexed)
        .collect(toCollection(LinkedHashSet::new));
  }

  /**
   * What somebody looks for: a message must have a word that begins with each. Empty if there is no
   * letter and no digit in it.
   */
  public static List<String> wanted(String text) {
    return terms(text)
        .flatMap(term -> isAddress(term) ? Stream.of(address(term)) : parts(term))
        .distinct()
        .toList();
  }

  private static Stream<String> terms(String text) {
    return SPACE.splitAsStream(folded(text)).filter(term -> parts(term).findAny().isPresent());
  }

  private static Stream<String> indexed(String term) {
    if (!isAddress(term)) {
      return parts(term);
    }
    String address = address(term);
    String domain = address.substring(address.lastIndexOf('@'));
    return Stream.concat(Stream.of(address, cut(domain)), parts(term));
  }

  private static boolean isAddress(String term) {
    return term.indexOf('@') >= 0;
  }

  private static String address(String term) {
    return cut(AROUND_ADDRESS.matcher(term).replaceAll(""));
  }

  private static Stream<String> parts(String term) {
    return NO_WORD.splitAsStream(term).filter(part -> !part.isEmpty()).map(SearchWords::cut);
  }

  private static String cut(String word) {
    return word.length() <= MAX_WORD ? word : word.substring(0, MAX_WORD);
  }

  private static String folded(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
    String bare = MARKS.matcher(apart).replaceAll("");
    return NOT_PLAIN.matcher(bare).replaceAll(letter -> PLAIN.get(letter.group()));
  }
}
