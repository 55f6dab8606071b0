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
  private static final char TICK = '\'';

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
    String first = pieces.firstEntry().getValue().value;
    int charset = first.indexOf(TICK);
    int language = first.indexOf(TICK, charset + 1);
    boolean stated = pieces.firstEntry().getValue().encoded && charset >= 0 && language >= 0;
    String label = stated ? first.substring(0, charset) : "";
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int skipped = stated ? language + 1 : 0;
    for (Piece piece : pieces.values()) {
      if (piece.encoded) {
        bytes.writeBytes(percentDecoded(piece.value.substring(skipped)));
      } else {
        text.append(decoded(bytes, label)).append(piece.value);
      }
      skipped = 0;
    }
    return text.append(decoded(bytes, label)).toString();
  }

  private static String decoded(ByteArrayOutputStream bytes, String label) {
    String text = Charsets.decode(bytes.toByteArray(), label);
    bytes.reset();
    return text;
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
