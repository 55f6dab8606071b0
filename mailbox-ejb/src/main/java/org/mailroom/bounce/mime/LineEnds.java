package org.mailroom.bounce.mime;

/** How lines end. */
final class LineEnds {
  private LineEnds() {}

  /** With LF where a mail ends its lines with nothing but CR, as old systems do. */
  static byte[] unified(byte[] raw) {
    for (byte one : raw) {
      if (one == '\n') {
        return raw;
      }
    }
    byte[] lines = raw.clone();
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
    }
    return lines;
  }
}
