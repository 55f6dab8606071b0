package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes RFC 2047 words, the broken ones too: inside quotes, stuck to other text, with spaces in
 * them, without their end, or with a character, or what encodes it, torn between two words.
 */
final class EncodedWords {
  // bounded, so that a hostile header costs no quadratic time
  private static final Pattern BEGIN = Pattern.compile("=\\?([^?\\s]{0,60})\\?([bBqQ])\\?");
  private static final String END = "?=";
  private static final Pattern FOLDED_OCTET =
      Pattern.compile("=(?:\\s++(\\p{XDigit})|(\\p{XDigit})(?=\\s))\\s*+(\\p{XDigit})");

  private final String text;
  private final StringBuilder decoded = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private String pendingCharset = "";
  private String torn = "";

  private EncodedWords(String text) {
    this.text = text;
  }

  static String decode(String text) {
    return text.contains("=?") ? new EncodedWords(text).decode() : text;
  }

  /** What the first word states; empty if there is none. */
  static String charset(String text) {
    Matcher first = BEGIN.matcher(text);
    return first.find() ? stated(first.group(1)) : "";
  }

  private String decode() {
    Matcher begin = BEGIN.matcher(text);
    int end = 0;
    boolean found = begin.find();
    while (found) {
      between(text.substring(end, begin.start()), end > 0);
      String charset = stated(begin.group(1));
      String encoding = begin.group(2);
      int content = begin.end();
      found = begin.find();
      int limit = found ? begin.start() : text.length();
      int close = end(content, limit);
      word(charset, encoding, text.substring(content, close));
      end = Math.min(limit, behind(close));
    }
    flush();
    return decoded.append(text, end, text.length()).toString();
  }

  /** Where a word ends, with or without its end. */
  private int end(int content, int limit) {
    int close = text.indexOf(END, content);
    if (close >= 0 && close < limit) {
      return close;
    }
    int end = limit;
    while (end > content && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    // half an end is left of it where somebody cut it off
    return end > content && text.charAt(end - 1) == '?' ? end - 1 : end;
  }

  private int behind(int close) {
    if (text.startsWith(END, close)) {
      return close + END.length();
    }
    return text.startsWith("?", close) ? close + 1 : close;
  }

  /** White space between two words is part of neither. */
  private void between(String gap, boolean afterWord) {
    if (!afterWord || !gap.isBlank()) {
      flush();
      decoded.append(gap);
    }
  }

  private void word(String charset, String encoding, String content) {
    String plain = CharsetNames.plain(charset);
    if (!plain.equals(pendingCharset)) {
      flush();
      pendingCharset = plain;
    }
    if (encoding.equalsIgnoreCase("B")) {
      base64(content.replaceAll("\\s", ""));
    } else {
      untorn();
      // a header may be folded within what encodes one octet
      pending.writeBytes(TransferEncoding.q(FOLDED_OCTET.matcher(content).replaceAll("=$1$2$3")));
    }
  }

  /** Some programs cut a long text after it was encoded, anywhere. */
  private void base64(String content) {
    if (torn.length() % 4 != 1 && (torn.length() + content.length()) % 4 != 0) {
      untorn();
    }
    torn += content;
    if (torn.length() % 4 == 0 || torn.endsWith("=")) {
      untorn();
    }
  }

  private void untorn() {
    pending.writeBytes(TransferEncoding.base64(torn.getBytes(StandardCharsets.UTF_8)));
    torn = "";
  }

  private void flush() {
    untorn();
    decoded.append(Charsets.decode(pending.toByteArray(), pendingCharset));
    pending.reset();
  }

  /** RFC 2231 5 allows a language after an asterisk. */
  private static String stated(String name) {
    int language = name.indexOf('*');
    return language < 0 ? name : name.substring(0, language);
  }
}
