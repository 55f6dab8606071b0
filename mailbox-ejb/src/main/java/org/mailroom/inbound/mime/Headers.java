package org.mailroom.inbound.mime;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mailroom.inbound.MailHeaders;

/** The header of a mail or of a part. Values are unfolded and of readable characters. */
final class Headers {
  // enough for any honest mail; a million lines of header would fill the memory
  private static final int MAX_BLOCK = 256 * 1024;
  private static final int MAX_VALUE = 32 * 1024;
  private static final int MAX_NAME = 100;

  private final InternetHeaders headers;

  private Headers(InternetHeaders headers) {
    this.headers = headers;
  }

  static Headers of(Slice block) {
    Slice bounded = block.part(block.from(), Math.min(block.to(), block.from() + MAX_BLOCK));
    try {
      return new Headers(new InternetHeaders(bounded.stream()));
    } catch (MessagingException e) {
      return new Headers(new InternetHeaders());
    }
  }

  /** The first value of a header; empty if there is none. */
  String first(String name) {
    return values(name).stream().findFirst().orElse("");
  }

  boolean has(String name) {
    return headers.getHeader(name) != null;
  }

  List<String> values(String name) {
    return Optional.ofNullable(headers.getHeader(name)).map(List::of).orElse(List.of()).stream()
        .map(Headers::readable)
        .toList();
  }

  /** The first value, its encoded words decoded. */
  String text(String name) {
    return EncodedWords.decode(first(name));
  }

  /** All of them, in their order, decoded, each on one line. */
  List<MailHeaders.Line> lines() {
    return Collections.list(headers.getAllHeaders()).stream().map(Headers::line).toList();
  }

  private static MailHeaders.Line line(Header header) {
    String value = EncodedWords.decode(readable(header.getValue()));
    return new MailHeaders.Line(
        CleanText.oneLine(header.getName(), MAX_NAME), CleanText.oneLine(value, MAX_VALUE));
  }

  private static String readable(String value) {
    String bounded = value.substring(0, Math.min(MAX_VALUE, value.length()));
    return Charsets.guess(MimeUtility.unfold(bounded)).strip();
  }
}
