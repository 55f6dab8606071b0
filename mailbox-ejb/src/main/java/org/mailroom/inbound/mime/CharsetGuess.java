package org.mailroom.inbound.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mozilla.universalchardet.UniversalDetector;

/** Tells a charset by the bytes where the mail does not say it, or says it wrongly. */
final class CharsetGuess {
  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final String OLD_MAC = "MACCYRILLIC";
  private static final String WINDOWS = "windows-1251";
  private static final int ENOUGH = 64 << 10;
  private static final int MAX_ESCAPE = 3;

  // fewer letters beyond ASCII than these are accents among Latin letters
  private static final int FEW = 4;
  private static final int ONE_IN = 4;

  // lines that somebody drew have as many, but of few kinds
  private static final int LONG = 40;
  private static final int MANY_KINDS = 12;
  private static final byte NO_BREAK_SPACE = (byte) 0xa0;

  // as Cyrillic, of whatever charset, these alone make no words
  private static final String UMLAUTS = "ÄÖÜÕäöüõ";

  private CharsetGuess() {}

  /** One of the ISO 2022 sets, by its escape sequences. */
  static Optional<Charset> escaped(byte[] bytes) {
    for (int at = 0; at < bytes.length - MAX_ESCAPE; at++) {
      if (bytes[at] == 0x1b && bytes[at + 1] == '$') {
        return CharsetNames.find(
            CharsetNames.plain(escaped(bytes[at + 2], bytes[at + MAX_ESCAPE])));
      }
    }
    return Optional.empty();
  }

  private static String escaped(byte first, byte second) {
    if (first == ')') {
      return second == 'C' ? "iso-2022-kr" : "iso-2022-cn";
    }
    return first == '@' || first == 'B' || first == '(' ? "iso-2022-jp" : "";
  }

  /** UTF-16, by its mark or by the zeros between Latin letters. */
  static Optional<Charset> wide(byte[] bytes) {
    if (startsWith(bytes, 0xff, 0xfe)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    int even = zeros(bytes, 0);
    int odd = zeros(bytes, 1);
    // a few zeros have strayed into words of one byte a letter
    int many = Math.max(FEW, Math.min(bytes.length, ENOUGH) / 5);
    if (Math.max(even, odd) < many) {
      return Optional.empty();
    }
    return even == odd
        ? Optional.empty()
        : Optional.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int at = from; at < Math.min(bytes.length, ENOUGH); at += 2) {
      zeros += bytes[at] == 0 ? 1 : 0;
    }
    return zeros;
  }

  static boolean isMultiByte(Charset charset) {
    return !charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1;
  }

  /** Of eight bits and not UTF-8. */
  static Charset of(byte[] bytes) {
    if (isLatin(bytes)) {
      return WESTERN;
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, ENOUGH));
    detector.dataEnd();
    return Optional.ofNullable(detector.getDetectedCharset())
        .map(name -> name.equals(OLD_MAC) && !hasOldMacCapitals(bytes) ? WINDOWS : name)
        .map(CharsetNames::plain)
        .flatMap(CharsetNames::find)
        .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
        .orElse(WESTERN);
  }

  /** By text that was read byte by byte; empty if nothing speaks against windows-1252. */
  static String of(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    Charset guess = Charsets.isAscii(bytes) ? WESTERN : of(bytes);
    return guess.equals(WESTERN) ? "" : guess.name();
  }

  /** The small letters are the same in both. */
  private static boolean hasOldMacCapitals(byte[] bytes) {
    for (byte b : bytes) {
      if ((b & 0xe0) == 0x80) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are more letters beyond ASCII than in any language of Western Europe. */
  static boolean isForeign(byte[] bytes) {
    return beyondAscii(bytes) >= LONG && kinds(bytes) >= MANY_KINDS && !isLatin(bytes);
  }

  private static long kinds(byte[] bytes) {
    return IntStream.range(0, bytes.length)
        .map(at -> bytes[at])
        .filter(b -> b < 0)
        .distinct()
        .count();
  }

  private static boolean isLatin(byte[] bytes) {
    int letters = 0;
    for (byte b : bytes) {
      letters += Character.isLetter(b) ? 1 : 0;
    }
    int foreign = beyondAscii(bytes);
    return foreign < FEW || foreign * ONE_IN < letters || hasOnlyUmlauts(bytes);
  }

  private static boolean hasOnlyUmlauts(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 && UMLAUTS.indexOf(b & 0xff) < 0) {
        return false;
      }
    }
    return true;
  }

  static int beyondAscii(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += b < 0 && b != NO_BREAK_SPACE ? 1 : 0;
    }
    return count;
  }
}
