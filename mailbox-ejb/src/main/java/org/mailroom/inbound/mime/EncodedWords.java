package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes RFC 2047 words, the broken ones too: inside quotes, stuck to other text, with spaces in
 * them, or with a character torn between two words.
 */
final class EncodedWords {
  // the length is bounded so that a hostile header costs no quadratic time
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?(.{0,2000}?)\\?=", Pattern.DOTALL);

  private final String text;
  private final StringBuilder decoded = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private String pendingCharset = "";

  private EncodedWords(String text) {
    this.text = text;
  }

  static String decode(String text) {
    return text.contains("=?") ? new EncodedWords(text).decode() : text;
  }

  private String decode() {
    Matcher word = WORD.matcher(text);
    int end = 0;
    while (word.find()) {
      between(text.substring(end, word.start()), end > 0);
      word(charset(word.group(1)), word.group(2), word.group(3));
      end = word.end();
    }
    flush();
    return decoded.append(text, end, text.length()).toString();
  }

  /** White space between two words is part of neither. */
  private void between(String gap, boolean afterWord) {
    if (!afterWord || !gap.isBlank()) {
      flush();
      decoded.append(gap);
    }
  }

  private void word(String charset, String encoding, String content) {
    if (!charset.equals(pendingCharset)) {
      flush();
      pendingCharset = charset;
    }
    pending.writeBytes(
        encoding.equalsIgnoreCase("B")
            ? TransferEncoding.base64(content.getBytes(StandardCharsets.UTF_8))
            : TransferEncoding.q(content));
  }

  private void flush() {
    decoded.append(Charsets.decode(pending.toByteArray(), pendingCharset));
    pending.reset();
  }

  /** RFC 2231 5 allows a language after an asterisk. */
  private static String charset(String name) {
    int language = name.indexOf('*');
    return language < 0 ? name : name.substring(0, language);
  }
}
