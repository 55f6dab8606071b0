package org.mailroom.inbound.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Bytes to text. Never fails: what cannot be decoded is replaced. */
final class Charsets {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int MANY = 9;
  private static final String MARK = "\uFEFF";
  private static final Set<String> WESTERN = Set.of("windows-1252", "ISO-8859-15");
  private static final Charset EUC_JP = Charset.forName("EUC-JP");
  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

  private Charsets() {}

  /**
   * @param label as the mail states it; unknown, empty, wrong or plain ASCII leaves it to the bytes
   */
  static String decode(byte[] bytes, String label) {
    String name = CharsetNames.plain(label);
    String text =
        switch (name) {
          case "utf-7" -> SevenBitText.utf7(bytes);
          case "hz-gb-2312" -> SevenBitText.hz(bytes);
          default ->
              CharsetNames.find(name)
                  .map(charset -> stated(bytes, charset))
                  .or(() -> byTable(bytes, name))
                  .orElseGet(() -> guess(bytes));
        };
    return text.startsWith(MARK) ? text.substring(1) : text;
  }

  private static String stated(byte[] bytes, Charset charset) {
    if (guessable(charset)) {
      return guess(bytes);
    }
    if (charset.name().startsWith("UTF-16")) {
      return new String(bytes, CharsetGuess.wide(bytes).orElse(charset));
    }
    return multiByte(bytes, charset)
        .or(() -> utf8Instead(bytes))
        .or(() -> sevenBitInstead(bytes, charset))
        .or(() -> foreignInstead(bytes, charset))
        .orElseGet(() -> text(bytes, charset));
  }

  private static Optional<String> byTable(byte[] bytes, String name) {
    return ByteTables.has(name)
        ? utf8Instead(bytes).or(() -> ByteTables.decode(bytes, name))
        : Optional.empty();
  }

  /** Two Chinese letters may look like UTF-8; many never do. */
  private static Optional<String> multiByte(byte[] bytes, Charset charset) {
    return CharsetGuess.isMultiByte(charset)
            && (CharsetGuess.beyondAscii(bytes) < MANY || utf8Instead(bytes).isEmpty())
        ? strict(bytes, charset)
        : Optional.empty();
  }

  /** Whether a label leaves it to the bytes. */
  static boolean isOpen(String label) {
    String name = CharsetNames.plain(label);
    return !ByteTables.has(name)
        && CharsetNames.find(name).filter(charset -> !guessable(charset)).isEmpty();
  }

  private static boolean guessable(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
  }

  /** Text of another charset is hardly ever well-formed UTF-8 by chance. */
  private static Optional<String> utf8Instead(byte[] bytes) {
    return isAscii(bytes) ? Optional.empty() : strict(bytes, StandardCharsets.UTF_8);
  }

  /** A charset of seven bits is wrong where there are eight. */
  private static Optional<String> sevenBitInstead(byte[] bytes, Charset charset) {
    return isSevenBit(charset) && !isAscii(bytes)
        ? Optional.of(sameLanguage(bytes, charset).orElseGet(() -> guess(bytes)))
        : Optional.empty();
  }

  /** Some programs call all text Western, whatever its language. */
  private static Optional<String> foreignInstead(byte[] bytes, Charset charset) {
    return WESTERN.contains(charset.name()) && CharsetGuess.isForeign(bytes)
        ? strict(bytes, CharsetGuess.of(bytes))
        : Optional.empty();
  }

  private static boolean isSevenBit(Charset charset) {
    return charset.name().contains("2022");
  }

  /** What means ISO-2022-JP is most likely Japanese, and may be too short to tell which. */
  private static Optional<String> sameLanguage(byte[] bytes, Charset charset) {
    return charset.name().endsWith("2022jp")
        ? japanese(bytes, EUC_JP).or(() -> japanese(bytes, SHIFT_JIS))
        : Optional.empty();
  }

  /** A single letter beyond ASCII may as well be an accent among Latin ones. */
  private static Optional<String> japanese(byte[] bytes, Charset charset) {
    return strict(bytes, charset).filter(text -> text.chars().filter(c -> c > 127).count() > 1);
  }

  private static String text(byte[] bytes, Charset charset) {
    return new String(isSevenBit(charset) ? SevenBitText.lines(bytes) : bytes, charset);
  }

  static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether none is stated, or UTF-8 where the bytes are none. */
  static boolean isWrong(byte[] bytes, String label) {
    return label.isBlank()
        || (CharsetNames.find(CharsetNames.plain(label)).filter(Charsets::guessable).isPresent()
            && strict(bytes, StandardCharsets.UTF_8).or(() -> mostlyUtf8(bytes)).isEmpty());
  }

  /** UTF-8 if it is, or all but is; else what it most likely is. */
  static String guess(byte[] bytes) {
    return CharsetGuess.escaped(bytes)
        .or(() -> CharsetGuess.wide(bytes))
        .map(charset -> text(bytes, charset))
        .or(() -> strict(bytes, StandardCharsets.UTF_8))
        .or(() -> mostlyUtf8(bytes))
        .orElseGet(() -> new String(bytes, CharsetGuess.of(bytes)));
  }

  private static Optional<String> mostlyUtf8(byte[] bytes) {
    String replaced = new String(bytes, StandardCharsets.UTF_8);
    long broken = replaced.chars().filter(c -> c == REPLACEMENT).count();
    long foreign = replaced.chars().filter(c -> c > 127 && c != REPLACEMENT).count();
    return Optional.of(replaced).filter(text -> foreign >= broken);
  }

  /**
   * Text that was read byte by byte, as headers are, and may hold bytes beyond ASCII.
   *
   * @param hint the charset that the rest of the mail states; may be empty
   */
  static String guess(String latin1, String hint) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    if (isAscii(bytes) && latin1.indexOf('\u001b') < 0) {
      return latin1;
    }
    return strict(bytes, StandardCharsets.UTF_8).isPresent() ? guess(bytes) : decode(bytes, hint);
  }
}
