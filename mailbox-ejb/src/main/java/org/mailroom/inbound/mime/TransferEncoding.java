package org.mailroom.inbound.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Undoes Content-Transfer-Encoding. Never fails: what is broken is left out or left as it is. */
final class TransferEncoding {
  private static final int[] BASE64 = base64Values();

  // two strange characters may have strayed into the code
  private static final int MARKS_OF_TEXT = 3;
  private static final int TEXT_IF_ONE_IN = 8;
  private static final int LONGEST_WORDS = 16;
  private static final int MAX_LINE = 4_000;
  private static final int MAX_UNZIPPED = 512 << 10;
  private static final Pattern COMMENT = Pattern.compile("\\([^()]*+\\)");

  private TransferEncoding() {}

  private static int[] base64Values() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    int[] values = new int[256];
    Arrays.fill(values, -1);
    for (int i = 0; i < alphabet.length(); i++) {
      values[alphabet.charAt(i)] = i;
    }
    return values;
  }

  static boolean isBase64(int character) {
    return character < BASE64.length && BASE64[character] >= 0;
  }

  static byte[] decode(Slice body, String encoding) {
    String name = name(encoding);
    if (name.startsWith("base64") || name.startsWith("b64")) {
      return isText(body) ? body.copy() : base64(withoutFooter(body));
    }
    if (name.startsWith("quotedprint") || name.startsWith("qp")) {
      return quotedPrintable(body.copy());
    }
    if (name.contains("gzip64")) {
      byte[] packed = base64(body);
      return unzipped(packed).orElse(packed);
    }
    return name.startsWith("xuu") || name.startsWith("uue") || name.contains("yenc")
        ? InlineFile.first(body).orElseGet(body::copy)
        : body.copy();
  }

  /** In small letters alone, without comments (RFC 2045 6.1). */
  private static String name(String encoding) {
    String said = COMMENT.matcher(encoding.toLowerCase(Locale.ROOT)).replaceAll("");
    return said.replaceAll("[^a-z0-9]", "");
  }

  static boolean isPlain(String encoding) {
    String name = encoding.toLowerCase(Locale.ROOT);
    return name.isEmpty() || name.contains("bit") || name.contains("binary");
  }

  /** Empty if it is broken, or larger than what so few bytes should make. */
  private static Optional<byte[]> unzipped(byte[] packed) {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = zip.readNBytes(MAX_UNZIPPED + 1);
      return Optional.of(bytes).filter(it -> it.length <= MAX_UNZIPPED);
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  /** Words that somebody only called base64: those have spaces and marks between them. */
  private static boolean isText(Slice body) {
    int at = body.from();
    while (at < body.to() && body.head(at, MAX_LINE).isBlank()) {
      at = body.nextLine(at);
    }
    String first = body.head(at, MAX_LINE).strip();
    long code = first.chars().filter(TransferEncoding::isBase64).count();
    long other = first.chars().filter(c -> c != '=').count() - code;
    long spaces = first.chars().filter(c -> c == ' ').count();
    return (other >= MARKS_OF_TEXT && other * TEXT_IF_ONE_IN > code)
        || (spaces >= MARKS_OF_TEXT && spaces * LONGEST_WORDS > code);
  }

  /** What lists and scanners write below is not of the code. */
  private static Slice withoutFooter(Slice body) {
    // no code ends before the first padding
    int at = body.lineOf(body.indexOf('='));
    boolean padded = false;
    while (at < body.to()) {
      String line = body.head(at, MAX_LINE).strip();
      if (padded && !line.isEmpty() && !isCode(line)) {
        return body.part(body.from(), at);
      }
      padded = line.isEmpty() ? padded : line.endsWith("=");
      at = body.nextLine(at);
    }
    return body;
  }

  private static boolean isCode(String line) {
    return line.chars().allMatch(c -> c == '=' || isBase64(c));
  }

  /** Skips whatever is not of the alphabet, and takes padding in the middle for a new beginning. */
  private static byte[] base64(Slice code) {
    byte[] bytes = code.bytes();
    byte[] out = new byte[(code.to() - code.from()) / 4 * 3 + 3];
    int length = 0;
    int bits = 0;
    int count = 0;
    for (int at = code.from(); at < code.to(); at++) {
      byte b = bytes[at];
      int value = BASE64[b & 0xff];
      if (b == '=') {
        count = 0;
      } else if (value >= 0) {
        bits = bits << 6 | value;
        count += 6;
      }
      if (count >= 8) {
        count -= 8;
        out[length++] = (byte) (bits >> count);
      }
    }
    return Arrays.copyOf(out, length);
  }

  static byte[] base64(byte[] code) {
    return base64(Slice.of(code));
  }

  /** RFC 2045 6.7; an equals sign that begins nothing stands for itself. */
  static byte[] quotedPrintable(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    int at = 0;
    while (at < bytes.length) {
      int softBreak = bytes[at] == '=' ? softBreak(bytes, at + 1) : 0;
      if (softBreak > 0) {
        at = softBreak;
      } else {
        at += octet(bytes, at, out);
      }
    }
    return out.toByteArray();
  }

  /** Where the next line begins if nothing but white space is left in this one, else 0. */
  private static int softBreak(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
      at++;
    }
    if (at == bytes.length) {
      return at;
    }
    return bytes[at] == '\n' ? at + 1 : 0;
  }

  private static int octet(byte[] bytes, int at, ByteArrayOutputStream out) {
    if (bytes[at] == '=' && at + 2 < bytes.length) {
      int high = Character.digit(bytes[at + 1], 16);
      int low = Character.digit(bytes[at + 2], 16);
      if (high >= 0 && low >= 0) {
        out.write(high << 4 | low);
        return 3;
      }
    }
    out.write(bytes[at]);
    return 1;
  }

  /** The Q encoding of RFC 2047: as quoted-printable, with an underscore for a space. */
  static byte[] q(String content) {
    return quotedPrintable(content.replace('_', ' ').getBytes(StandardCharsets.UTF_8));
  }
}
