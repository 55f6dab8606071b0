package org.mailroom.inbound.mime;

import java.nio.charset.StandardCharsets;

/** Goes once through the marks of an RTF document, from left to right (RTF 1.9.1). */
final class RtfScan {
  private static final int MAX_WORD = 32;
  private static final int MAX_DIGITS = 9;

  /** Is told what stands there. */
  interface Reader {
    void open();

    void close();

    /**
     * @param number 1 if none stands behind the word
     * @param optional whether who does not know the word shall pass over its group
     */
    void word(String name, int number, boolean optional);

    void octet(int octet);
  }

  private final byte[] rtf;
  private final Reader reader;
  private int at;
  private boolean optional;

  RtfScan(byte[] rtf, Reader reader) {
    this.rtf = rtf;
    this.reader = reader;
  }

  void run() {
    while (at < rtf.length) {
      int octet = rtf[at++] & 0xff;
      switch (octet) {
        case '{' -> reader.open();
        case '}' -> reader.close();
        case '\\' -> marked();
        case '\r', '\n', 0 -> {}
        default -> reader.octet(octet);
      }
    }
  }

  private void marked() {
    int next = at < rtf.length ? rtf[at] : ' ';
    if (isLetter(next)) {
      word();
      return;
    }
    at++;
    switch (next) {
      case '\'' -> hexadecimal();
      case '*' -> optional = true;
      case '\r', '\n' -> reader.word("par", 1, false);
      case '~' -> reader.octet(' ');
      case '_' -> reader.octet('-');
      case '\\', '{', '}' -> reader.octet(next);
      default -> {}
    }
  }

  private static boolean isLetter(int octet) {
    return (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
  }

  private void hexadecimal() {
    int high = at + 1 < rtf.length ? Character.digit(rtf[at], 16) : -1;
    int low = high < 0 ? -1 : Character.digit(rtf[at + 1], 16);
    if (low >= 0) {
      at += 2;
      reader.octet(high << 4 | low);
    }
  }

  private void word() {
    int begin = at;
    while (at < rtf.length && at - begin < MAX_WORD && isLetter(rtf[at])) {
      at++;
    }
    String name = new String(rtf, begin, at - begin, StandardCharsets.US_ASCII);
    int number = number();
    if (at < rtf.length && rtf[at] == ' ') {
      at++;
    }
    boolean passOver = optional;
    optional = false;
    if (name.equals("bin")) {
      at = (int) Math.min(rtf.length, (long) at + Math.max(0, number));
    } else {
      reader.word(name, number, passOver);
    }
  }

  private int number() {
    int begin = at;
    boolean negative = at + 1 < rtf.length && rtf[at] == '-' && isDigit(rtf[at + 1]);
    at += negative ? 1 : 0;
    int digits = at;
    while (at < rtf.length && at - digits < MAX_DIGITS && isDigit(rtf[at])) {
      at++;
    }
    return at == begin
        ? 1
        : Integer.parseInt(new String(rtf, begin, at - begin, StandardCharsets.US_ASCII));
  }

  private static boolean isDigit(int octet) {
    return octet >= '0' && octet <= '9';
  }
}
