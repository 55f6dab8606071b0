package org.mailroom.inbound.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Undoes Content-Transfer-Encoding. Never fails: what is broken is left out or left as it is. */
final class TransferEncoding {
  private static final int[] BASE64 = base64Values();

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

  static byte[] decode(byte[] bytes, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(bytes);
      case "quoted-printable" -> quotedPrintable(bytes);
      case "x-uuencode", "uuencode", "x-uue", "uue" -> uuencode(bytes);
      default -> bytes;
    };
  }

  /** Skips whatever is not of the alphabet, and takes padding in the middle for a new beginning. */
  static byte[] base64(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length * 3 / 4 + 3);
    int bits = 0;
    int count = 0;
    for (byte b : bytes) {
      int value = BASE64[b & 0xff];
      if (b == '=') {
        count = 0;
      } else if (value >= 0) {
        bits = bits << 6 | value;
        count += 6;
      }
      if (count >= 8) {
        count -= 8;
        out.write(bits >> count);
      }
    }
    return out.toByteArray();
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

  private static byte[] uuencode(byte[] bytes) {
    try (InputStream decoded = MimeUtility.decode(new ByteArrayInputStream(bytes), "uuencode")) {
      return decoded.readAllBytes();
    } catch (MessagingException | IOException e) {
      return bytes;
    }
  }
}
