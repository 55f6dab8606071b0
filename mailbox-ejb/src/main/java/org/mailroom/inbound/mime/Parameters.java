package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a Content-Type or Content-Disposition (RFC 2045 5.1), put together where they
 * come in pieces (RFC 2231), however badly they are written. The first of two of a name counts.
 */
final class Parameters {
  private static final Pattern PIECE = Pattern.compile("([^*]+)(?:\\*(\\d{1,4}))?(\\*)?");
  private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern STATED = Pattern.compile("[^']*+'[^']*+'");

  /**
   * @param encoded whether bytes stand in it as {@code %E9}
   */
  private record Piece(String value, boolean encoded) {}

  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, NavigableMap<Integer, Piece>> pieces = new HashMap<>();

  private Parameters() {}

  static Parameters of(String header) {
    Parameters parameters = new Parameters();
    new ParameterScan(header).each(parameters::add);
    return parameters;
  }

  private void add(String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    Matcher piece = PIECE.matcher(key);
    if (!piece.matches() || (piece.group(2) == null && piece.group(3) == null)) {
      plain.putIfAbsent(key, value);
      return;
    }
    int number = piece.group(2) == null ? 0 : Integer.parseInt(piece.group(2));
    pieces
        .computeIfAbsent(piece.group(1), it -> new TreeMap<>())
        .putIfAbsent(number, new Piece(value, piece.group(3) != null));
  }

  /** Empty if there is none of the name. */
  String get(String name) {
    return Optional.ofNullable(pieces.get(name))
        .map(Parameters::joined)
        .filter(value -> !value.isBlank())
        .orElseGet(() -> plain.getOrDefault(name, ""));
  }

  /** As {@link #get}; a name that comes in one piece may be percent-encoded all the same. */
  String fileName(String name) {
    String value = get(name);
    return value.equals(plain.get(name)) ? percentDecodedWhole(value) : value;
  }

  private static String joined(NavigableMap<Integer, Piece> pieces) {
    String stated = stated(pieces.firstEntry().getValue());
    StringBuilder text = new StringBuilder();
    StringBuilder encoded = new StringBuilder();
    for (Piece piece : pieces.values()) {
      if (piece.encoded) {
        int skipped = piece.value.startsWith(stated) ? stated.length() : 0;
        encoded.append(piece.value.substring(skipped));
      } else {
        text.append(decoded(encoded, stated)).append(piece.value);
      }
    }
    return text.append(decoded(encoded, stated)).toString();
  }

  /** Charset and language; empty if there are none. Some programs repeat them in each piece. */
  private static String stated(Piece first) {
    Matcher stated = STATED.matcher(first.value);
    return first.encoded && stated.lookingAt() ? stated.group() : "";
  }

  /** What may be torn between two pieces is put together before. */
  private static String decoded(StringBuilder encoded, String stated) {
    byte[] bytes = percentDecoded(encoded.toString());
    encoded.setLength(0);
    return Charsets.decode(bytes, stated.replaceFirst("'.*", ""));
  }

  private static byte[] percentDecoded(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher percent = PERCENT.matcher(value);
    int end = 0;
    while (percent.find()) {
      bytes.writeBytes(value.substring(end, percent.start()).getBytes(StandardCharsets.UTF_8));
      bytes.write(Integer.parseInt(percent.group().substring(1), 16));
      end = percent.end();
    }
    bytes.writeBytes(value.substring(end).getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  /** A plain value that is percent-encoded UTF-8 from end to end, as some programs write names. */
  static String percentDecodedWhole(String value) {
    boolean whole =
        value.indexOf('%') >= 0 && PERCENT.matcher(value).replaceAll("").indexOf('%') < 0;
    return whole
        ? Charsets.strict(percentDecoded(value), StandardCharsets.UTF_8)
            .filter(text -> text.chars().noneMatch(Character::isISOControl))
            .orElse(value)
        : value;
  }
}
