package org.mailroom.inbound.mime;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.inbound.MailHeaders;

/** The header of a mail or of a part. Values are unfolded and of readable characters. */
final class Headers {
  // enough for any honest mail; a million lines of header would fill the memory
  static final int MAX_BLOCK = 256 * 1024;
  private static final int MAX_VALUE = 32 * 1024;
  private static final int MAX_NAME = 100;

  // the library unfolds in quadratic time
  private static final Pattern FOLD = Pattern.compile("\\r?\\n(?=[ \\t]|$)");
  private static final Pattern EMPTY = Pattern.compile("(?<=\\n)(?:[ \\t]*\\r?\\n)++(?=[!-~])");
  private static final Pattern UNFOLDED =
      Pattern.compile(";[ \\t]*\\r?\\n(?=" + HeaderBlock.PARAMETER + ")");

  /** An encoded word, maybe over several lines. */
  private static final Pattern WORD =
      Pattern.compile(
          "=\\?[^?\\s]{1,60}\\?[Qq]\\?(?:(?!\\?=|=\\?)[^\\r\\n]|(?<==)\\r?\\n[ \\t]?){0,2000}+\\?=");

  // before white space, what looks like an octet may be one that is folded within
  private static final Pattern SOFT_BREAK =
      Pattern.compile("=\\r?\\n(?:(?![ \\t])|[ \\t]++(?![0-9A-F]{2}))");

  /** The beginning of an address, or of a letter of UTF-8, that goes on in the next line. */
  private static final Pattern TORN =
      Pattern.compile(
          HeaderBlock.BEGINNING_OF_ADDRESS
              + "\\r?\\n(?="
              + HeaderBlock.REST_OF_ADDRESS
              + ")|([\\u00c2-\\u00df]|[\\u00e0-\\u00ef][\\u0080-\\u00bf]?"
              + "|[\\u00f0-\\u00f4][\\u0080-\\u00bf]{0,2})\\r?\\n[ \\t](?=[\\u0080-\\u00bf])");

  /** Those that hold words of people. */
  private static final List<String> WRITTEN =
      List.of("Subject", "From", "To", "Cc", "Reply-To", "Sender");

  private final InternetHeaders headers;
  private final String hint;

  private Headers(InternetHeaders headers) {
    this.headers = headers;
    this.hint = hint(headers);
  }

  static Headers of(Slice block) {
    Slice bounded = block.part(block.from(), Math.min(block.to(), block.from() + MAX_BLOCK));
    try {
      return new Headers(new InternetHeaders(folded(bounded)));
    } catch (MessagingException e) {
      return new Headers(new InternetHeaders());
    }
  }

  /** Some programs forget the white space before a parameter on a line of its own. */
  private static InputStream folded(Slice block) {
    String text =
        EMPTY.matcher(new String(block.copy(), StandardCharsets.ISO_8859_1)).replaceAll("");
    String words = WORD.matcher(text).replaceAll(Headers::unbroken);
    String whole = TORN.matcher(words).replaceAll("$1$2");
    return new ByteArrayInputStream(
        UNFOLDED.matcher(whole).replaceAll("; ").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Some programs break the lines of a header as those of a text (RFC 2045 6.7). */
  private static String unbroken(MatchResult word) {
    return Matcher.quoteReplacement(SOFT_BREAK.matcher(word.group()).replaceAll(""));
  }

  /** The first value of a header that says anything; empty if there is none. */
  String first(String name) {
    return values(name).stream().filter(value -> !value.isEmpty()).findFirst().orElse("");
  }

  boolean has(String name) {
    return headers.getHeader(name) != null;
  }

  List<String> values(String name) {
    return Optional.ofNullable(headers.getHeader(name)).map(List::of).orElse(List.of()).stream()
        .map(this::readable)
        .toList();
  }

  /** The first value, its encoded words decoded. */
  String text(String name) {
    return EncodedWords.decode(first(name));
  }

  /** All of them, in their order, decoded, each on one line. */
  List<MailHeaders.Line> lines() {
    return Collections.list(headers.getAllHeaders()).stream().map(this::line).toList();
  }

  private MailHeaders.Line line(Header header) {
    String value = EncodedWords.decode(readable(header.getValue()));
    return new MailHeaders.Line(
        CleanText.oneLine(header.getName(), MAX_NAME), CleanText.oneLine(value, MAX_VALUE));
  }

  private String readable(String value) {
    return Charsets.guess(FOLD.matcher(bounded(value)).replaceAll(""), hint).strip();
  }

  private static String bounded(String value) {
    return value.substring(0, Math.min(MAX_VALUE, value.length()));
  }

  /** The charset of the body is most likely that of a header with bytes beyond ASCII as well. */
  private static String hint(InternetHeaders headers) {
    String body =
        Optional.ofNullable(headers.getHeader("Content-Type", null))
            .map(type -> Parameters.of(bounded(type)).get("charset"))
            .orElse("");
    return Charsets.isOpen(body) ? hint(written(headers)) : body;
  }

  /** A name alone may be too short to tell: all together say it, or a charset is stated beside. */
  private static String hint(List<String> written) {
    String eightBit =
        written.stream().filter(value -> !isUtf8(value)).collect(Collectors.joining(" "));
    String guess = CharsetGuess.of(eightBit);
    return guess.isEmpty() ? EncodedWords.charset(String.join(" ", written)) : guess;
  }

  private static List<String> written(InternetHeaders headers) {
    return WRITTEN.stream()
        .flatMap(name -> Optional.ofNullable(headers.getHeader(name, " ")).stream())
        .map(Headers::bounded)
        .toList();
  }

  private static boolean isUtf8(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    return Charsets.strict(bytes, StandardCharsets.UTF_8).isPresent();
  }
}
