package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mailroom.inbound.model.UnacceptableMail;

/** A mail or a part of one: header and body (RFC 2045 2.4). */
record MimeEntity(Headers headers, ContentKind kind, Slice body) {
  static final int MAX_PARTS = 50;

  private static final Pattern HEADER_LINE = Pattern.compile("[!-9;-~]+[ \\t]*:.*");

  static MimeEntity of(Slice slice) {
    int end = headerEnd(slice);
    Headers headers = Headers.of(slice.part(slice.from(), end));
    return new MimeEntity(headers, ContentKind.of(headers), slice.part(end, slice.to()));
  }

  /** Where the empty line after the header ends; the beginning if what is there is no header. */
  private static int headerEnd(Slice slice) {
    boolean seen = false;
    int at = slice.from();
    while (at < slice.to()) {
      String line = slice.line(at);
      at = slice.nextLine(at);
      if (line.isEmpty()) {
        return seen || at == slice.nextLine(slice.from()) ? at : slice.from();
      }
      seen = seen || HEADER_LINE.matcher(line).matches();
    }
    return seen ? slice.to() : slice.from();
  }

  /** The body, its transfer encoding undone. */
  byte[] content() {
    return TransferEncoding.decode(body.copy(), headers.first("Content-Transfer-Encoding"));
  }

  String text() {
    return Charsets.decode(content(), kind.parameter("charset"));
  }

  /**
   * The parts of a multipart; none if its boundary is nowhere to be found.
   *
   * @throws UnacceptableMail if there are too many
   */
  List<MimeEntity> parts() {
    String delimiter = delimiter();
    List<MimeEntity> parts = new ArrayList<>();
    int start = -1;
    for (int at = delimiter.isEmpty() ? body.to() : body.from(); at < body.to(); ) {
      int next = body.nextLine(at);
      if (body.startsWith(at, delimiter) && isDelimiter(body.line(at), delimiter)) {
        add(parts, start, at);
        start = closes(body.line(at), delimiter) ? -1 : next;
      }
      at = next;
    }
    // a mail that was cut off has no last boundary
    add(parts, start, body.to());
    return parts;
  }

  private void add(List<MimeEntity> parts, int start, int end) {
    if (start < 0) {
      return;
    }
    if (parts.size() == MAX_PARTS) {
      throw new UnacceptableMail("The mail has more than %d parts.".formatted(MAX_PARTS));
    }
    parts.add(of(body.part(start, withoutLineEnd(start, end))));
  }

  /** The line end before a boundary belongs to it (RFC 2046 5.1.1). */
  private int withoutLineEnd(int start, int end) {
    int at = end;
    if (at > start && at < body.to() && body.bytes()[at - 1] == '\n') {
      at--;
      if (at > start && body.bytes()[at - 1] == '\r') {
        at--;
      }
    }
    return at;
  }

  private static boolean isDelimiter(String line, String delimiter) {
    return line.equals(delimiter) || closes(line, delimiter);
  }

  private static boolean closes(String line, String delimiter) {
    return line.equals(delimiter + "--");
  }

  private String delimiter() {
    String boundary = kind.parameter("boundary").stripTrailing();
    return boundary.isEmpty() ? guessedDelimiter() : "--" + boundary;
  }

  /** Where the header names no boundary, the first line that looks like one. */
  private String guessedDelimiter() {
    for (int at = body.from(); at < body.to(); at = body.nextLine(at)) {
      if (body.startsWith(at, "--") && body.line(at).length() > 2) {
        return body.line(at);
      }
    }
    return "";
  }
}
