package org.mailroom.inbound.mime;

import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes once through {@code value; name=value; name="value"}, from left to right. */
final class ParameterScan {
  private static final int MAX_PARAMETERS = 500;
  private static final String BETWEEN = ";, \t";
  private static final Pattern NAME = Pattern.compile("([^\\s=;\"]{1,100})\\s*+=\\s*+");
  private static final Pattern AFTER_QUOTE =
      Pattern.compile("\\s*+(?:$|[;(,]|[\\w*.-]{1,100}\\s*+=)");
  private static final Pattern SPACE_THEN_NAME =
      Pattern.compile("\\s++[\\w*.-]{1,100}\\s*+=(?!\\?)");
  private static final Pattern COMMENT = Pattern.compile("\\s*+\\([^()]*+\\)$");

  private final String header;
  private int at;
  private boolean closable = true;

  ParameterScan(String header) {
    this.header = header;
  }

  void each(BiConsumer<String, String> taker) {
    at = endOfValue();
    for (int found = 0; at < header.length() && found < MAX_PARAMETERS; found++) {
      skipBetween();
      Matcher name = NAME.matcher(header).region(at, header.length());
      if (name.lookingAt()) {
        at = name.end();
        taker.accept(name.group(1), value(name.group(1)));
      } else {
        at = endOfWord();
      }
    }
  }

  private void skipBetween() {
    while (at < header.length() && (isBetween(at) || header.charAt(at) == '(')) {
      int comment = header.charAt(at) == '(' ? header.indexOf(')', at) : -1;
      at = Math.max(at, comment) + 1;
    }
  }

  private boolean isBetween(int place) {
    return BETWEEN.indexOf(header.charAt(place)) >= 0;
  }

  /** Behind what the parameters belong to. */
  private int endOfValue() {
    int end = 0;
    while (end < header.length() && !isBetween(end)) {
      end++;
    }
    return end;
  }

  private int endOfWord() {
    int end = at + 1;
    while (end < header.length() && !isBetween(end)) {
      end++;
    }
    return end;
  }

  private String value(String name) {
    boolean quoted = at < header.length() && header.charAt(at) == '"';
    return quoted ? quoted() : unquoted(name);
  }

  /** Up to the quote that ends it; others within were forgotten to be escaped. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    int begin = at + 1;
    for (at = begin; closable && at < header.length(); at++) {
      char c = header.charAt(at);
      if (c == '"' && matches(AFTER_QUOTE, at + 1)) {
        at++;
        return value.toString();
      }
      // other backslashes are those of paths
      if (c == '\\' && at + 1 < header.length() && "\"\\".indexOf(header.charAt(at + 1)) >= 0) {
        at++;
      }
      value.append(header.charAt(at));
    }
    return unclosed(begin);
  }

  /** What is not closed here will not be further on either, and is not looked for again. */
  private String unclosed(int begin) {
    closable = false;
    int semicolon = header.indexOf(';', begin);
    at = semicolon < 0 ? header.length() : semicolon;
    return header.substring(begin, at).strip();
  }

  private String unquoted(String name) {
    int begin = at;
    while (at < header.length() && header.charAt(at) != ';' && !matches(SPACE_THEN_NAME, at)) {
      at = Math.max(endOfSpace(), endOfEncodedWord());
    }
    String value = header.substring(begin, at).strip();
    return name.toLowerCase(Locale.ROOT).contains("name")
        ? value
        : COMMENT.matcher(value).replaceFirst("");
  }

  private int endOfSpace() {
    int end = at + 1;
    while (end < header.length() && isSpace(end - 1) && isSpace(end)) {
      end++;
    }
    return end;
  }

  private boolean isSpace(int place) {
    return Character.isWhitespace(header.charAt(place));
  }

  /** A semicolon within an encoded word ends nothing. */
  private int endOfEncodedWord() {
    if (!header.startsWith("=?", at)) {
      return at;
    }
    int charset = header.indexOf('?', at + 2);
    int encoding = charset < 0 ? -1 : header.indexOf('?', charset + 1);
    int end = encoding < 0 ? -1 : header.indexOf("?=", encoding + 1);
    return end < 0 ? at : end + 2;
  }

  private boolean matches(Pattern pattern, int from) {
    return pattern.matcher(header).region(from, header.length()).lookingAt();
  }
}
