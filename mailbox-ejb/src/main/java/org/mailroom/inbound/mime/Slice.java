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

  /** Where a byte is first, or the end. */
  int indexOf(char ascii) {
    int at = from;
    while (at < to && bytes[at] != ascii) {
      at++;
    }
    return at;
  }

  /** Where the line begins that goes through a place. */
  int lineOf(int at) {
    int start = at;
    while (start > from && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
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
    int matching = 0;
    while (matching < ascii.length()
        && at + matching < to
        && (bytes[at + matching] & 0xff) == ascii.charAt(matching)) {
      matching++;
    }
    return matching == ascii.length();
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes, from, to - from);
  }

  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }
}
