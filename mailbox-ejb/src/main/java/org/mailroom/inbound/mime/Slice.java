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

  /** Where the line after the one at a place begins, or the end. */
  int nextLine(int at) {
    int end = at;
    while (end < to && bytes[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, to);
  }

  /** The line at a place without its end; read byte by byte. */
  String line(int at) {
    return new String(bytes, at, nextLine(at) - at, StandardCharsets.ISO_8859_1).stripTrailing();
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
