package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Charsets that are written in ASCII alone and that Java does not know. Never fails. */
final class SevenBitText {
  private static final Charset GB = Charset.forName("GB18030");

  // what begins Japanese and nothing ends before the line does
  private static final Pattern OPEN = Pattern.compile("\u001b\\$[@B(][^\u001b\r\n]*+(?=[\r\n])");
  private static final String ASCII = "\u001b(B";

  private SevenBitText() {}

  /** ISO-2022-JP, each line ended in ASCII (RFC 1468) where the sender did not. */
  static byte[] lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return OPEN.matcher(text).replaceAll("$0" + ASCII).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** RFC 2152: what is not ASCII is base64 of UTF-16 between a plus and a minus. */
  static String utf7(byte[] bytes) {
    String ascii = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder text = new StringBuilder(ascii.length());
    int at = 0;
    while (at < ascii.length()) {
      int plus = ascii.indexOf('+', at);
      if (plus < 0) {
        break;
      }
      int end = endOfBase64(ascii, plus + 1);
      text.append(ascii, at, plus).append(end == plus + 1 ? "+" : utf16(ascii, plus + 1, end));
      at = end < ascii.length() && ascii.charAt(end) == '-' ? end + 1 : end;
    }
    return text.append(ascii, at, ascii.length()).toString();
  }

  private static int endOfBase64(String ascii, int from) {
    int at = from;
    while (at < ascii.length() && TransferEncoding.isBase64(ascii.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String utf16(String ascii, int from, int to) {
    byte[] bytes =
        TransferEncoding.base64(ascii.substring(from, to).getBytes(StandardCharsets.ISO_8859_1));
    return new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE);
  }

  /** RFC 1843: GB 2312 with the high bits off between ~{ and ~}, not beyond the end of a line. */
  static String hz(byte[] bytes) {
    ByteArrayOutputStream gb = new ByteArrayOutputStream(bytes.length);
    boolean chinese = false;
    for (int at = 0; at < bytes.length; at++) {
      int next = at + 1 < bytes.length ? bytes[at + 1] : 0;
      if (bytes[at] == '~' && (next == '{' || next == '}')) {
        chinese = next == '{';
        at++;
      } else if (bytes[at] == '~' && (next == '~' || next == '\n')) {
        writeEscaped(gb, next);
        at++;
      } else {
        chinese = chinese && bytes[at] != '\n';
        gb.write(chinese ? bytes[at] | 0x80 : bytes[at]);
      }
    }
    return gb.toString(GB);
  }

  private static void writeEscaped(ByteArrayOutputStream gb, int next) {
    if (next == '~') {
      gb.write(next);
    }
  }
}
