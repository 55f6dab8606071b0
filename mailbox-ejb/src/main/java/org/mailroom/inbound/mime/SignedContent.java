package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The mail within an S/MIME signature that encloses it (signed-data, RFC 8551 3.5.2). The signature
 * is not looked at: only the bytes it is about are taken out.
 */
final class SignedContent {
  private static final byte[] SIGNED = HexFormat.of().parseHex("06092a864886f70d010702");
  private static final byte[] DATA = HexFormat.of().parseHex("06092a864886f70d010701");
  private static final int EXPLICIT = 0xa0;
  private static final int OCTETS = 0x04;
  private static final int OCTETS_IN_PIECES = 0x24;
  private static final int NEAR = 400;

  private final byte[] der;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private int at;

  private SignedContent(byte[] der, int at) {
    this.der = der;
    this.at = at;
  }

  /** Empty if nothing is enclosed, or it cannot be found. */
  static Optional<byte[]> content(byte[] der) {
    int signed = find(der, SIGNED, 0);
    int data = signed < 0 ? -1 : find(der, DATA, signed);
    return data < 0 ? Optional.empty() : new SignedContent(der, data + DATA.length).content();
  }

  static boolean is(byte[] der) {
    return find(der, SIGNED, 0) >= 0;
  }

  private static int find(byte[] der, byte[] wanted, int from) {
    for (int at = from; at < Math.min(from + NEAR, der.length - wanted.length); at++) {
      if (Arrays.equals(der, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    return -1;
  }

  private Optional<byte[]> content() {
    if (next() != EXPLICIT) {
      return Optional.empty();
    }
    length();
    int kind = next();
    if (kind == OCTETS) {
      piece();
    } else if (kind == OCTETS_IN_PIECES) {
      length();
      while (next() == OCTETS) {
        piece();
      }
    }
    return Optional.of(content.toByteArray()).filter(bytes -> bytes.length > 0);
  }

  private void piece() {
    int length = Math.max(0, Math.min(length(), der.length - at));
    content.write(der, at, length);
    at += length;
  }

  private int next() {
    return at < der.length ? der[at++] & 0xff : -1;
  }

  /** Zero if it is left open. */
  private int length() {
    int first = next();
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f) && length <= der.length; i++) {
      length = length << 8 | next();
    }
    return length;
  }
}
