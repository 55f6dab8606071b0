package org.mailroom.inbound.mime;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A part of a mail's bytes, not copied. */
record Slice(byte[] bytes, int from, int to) {
  static Slice of(byte[] bytes) {
    return new Slice(bytes, 0, bytes.length);
  }

  Slice part(int start, int end) {
    return new Slice(bytes, start, Math.max(start, end));
  }

  /** At most so many bytes of it. */
  Slice upTo(int max) {
    return part(from, (int) Math.min(to, (long) from + max));
  }

  /** Where the line after the one at a place begins, or the end. */
  int nextLine(int at) {
    int end = at;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, to);
  }

  /** The beginning of the line at a place without its end; read byte by byte. */
  String head(int at, int max) {
    int end = at;
    while (end < to && end - at < max && bytes[end] != '\n') {
      end++;
    }
    while (end > at && bytes[end - 1] == '\r') {
      end--;
    }
    return new String(bytes, at, end - at, StandardCharsets.ISO_8859_1);
  }

  boolean startsWith(int at, String ascii) {
    int length = ascii.length();
    return at + length <= to
        && Arrays.equals(
            bytes, at, at + length, ascii.getBytes(StandardCharsets.ISO_8859_1), 0, length);
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes, from, to - from);
  }

  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
