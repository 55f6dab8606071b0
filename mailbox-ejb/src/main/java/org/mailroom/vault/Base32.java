package org.mailroom.vault;

/** RFC 4648 section 6 in lower case, without padding: safe in mail addresses and subjects. */
final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (int bit = 0; bit < bytes.length * 8; bit += 5) {
      text.append(ALPHABET.charAt(fiveBitsAt(bytes, bit)));
    }
    return text.toString();
  }

  private static int fiveBitsAt(byte[] bytes, int bit) {
    int at = bit / 8;
    int next = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
    int sixteen = (bytes[at] & 0xff) << 8 | next;
    return sixteen >> (11 - bit % 8) & 0x1f;
  }
}
