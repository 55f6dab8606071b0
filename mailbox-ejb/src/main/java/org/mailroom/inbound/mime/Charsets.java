package org.mailroom.inbound.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Bytes to text. Never fails: what cannot be decoded is replaced. */
final class Charsets {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final char REPLACEMENT = '\uFFFD';

  /** Names that mean a larger set than they say, as every browser has it. */
  private static final Map<String, String> IN_USE =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "iso-8859-9", "windows-1254",
          "iso-8859-8-i", "iso-8859-8",
          "iso-8859-8-e", "iso-8859-8",
          "gb2312", "gb18030",
          "gbk", "gb18030",
          "ks_c_5601-1987", "x-windows-949",
          "euc-kr", "x-windows-949",
          "shift_jis", "windows-31j");

  private Charsets() {}

  /**
   * @param name as the mail states it; unknown, empty or plain ASCII leaves it to the bytes
   */
  static String decode(byte[] bytes, String name) {
    String text =
        named(name)
            .filter(charset -> !guessable(charset))
            .map(it -> new String(bytes, it))
            .orElseGet(() -> guess(bytes));
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean guessable(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
  }

  private static Optional<Charset> named(String name) {
    String label = name.strip().toLowerCase(Locale.ROOT);
    try {
      return Optional.of(Charset.forName(IN_USE.getOrDefault(label, label)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** UTF-8 if it is, or all but is; else the commonest of the old ones. */
  static String guess(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      String replaced = new String(bytes, StandardCharsets.UTF_8);
      long broken = replaced.chars().filter(c -> c == REPLACEMENT).count();
      long foreign = replaced.chars().filter(c -> c > 127 && c != REPLACEMENT).count();
      return foreign >= broken ? replaced : new String(bytes, WINDOWS_1252);
    }
  }

  /** Text that was read byte by byte, as headers are, and may hold bytes beyond ASCII. */
  static String guess(String latin1) {
    return latin1.chars().allMatch(c -> c < 128)
        ? latin1
        : guess(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }
}
