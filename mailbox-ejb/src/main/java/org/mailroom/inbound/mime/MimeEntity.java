package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;

/** A mail or a part of one: header and body (RFC 2045 2.4). */
record MimeEntity(Headers headers, ContentKind kind, Slice body) {
  /** A mail as it was stored. */
  static MimeEntity mail(byte[] raw) {
    return of(Beginning.of(raw), ContentKind.PLAIN);
  }

  private static MimeEntity of(Slice slice, String usual) {
    int end = HeaderBlock.end(slice);
    Headers headers = Headers.of(slice.part(slice.from(), end));
    return new MimeEntity(headers, ContentKind.of(headers, usual), slice.part(end, slice.to()));
  }

  /** The same part with less of a body. */
  MimeEntity with(Slice other) {
    return new MimeEntity(headers, kind, other);
  }

  /** The body, its transfer encoding undone. */
  byte[] content() {
    return TransferEncoding.decode(body, encoding());
  }

  private String encoding() {
    return headers.text("Content-Transfer-Encoding");
  }

  /** Whether there are parts in it; some programs call what has parts a text. */
  boolean divided() {
    return kind.multipart()
        || (kind.type().startsWith("text/") && !boundary().isEmpty() && !stated(1).isEmpty());
  }

  /** The same up to the last boundary, if that is all there is of a multipart. */
  MimeEntity withoutLast() {
    int last = boundary().isEmpty() ? body.to() : Delimiter.last(body, "--" + boundary());
    return with(body.part(body.from(), last));
  }

  String text() {
    return Charsets.decode(content(), kind.parameter("charset"));
  }

  /**
   * The parts of a multipart; none if its boundary is nowhere to be found.
   *
   * @param most how many of them are looked for
   */
  List<MimeEntity> parts(int most) {
    List<MimeEntity> parts = written(most);
    // no encoding is allowed around parts (RFC 2045 6.4), but some gateways know no better
    return parts.isEmpty() && !TransferEncoding.isPlain(encoding())
        ? with(Slice.of(content())).written(most)
        : parts;
  }

  private List<MimeEntity> written(int most) {
    List<MimeEntity> parts = stated(most);
    return parts.isEmpty() ? parts(Delimiter.guessed(body), most) : parts;
  }

  private List<MimeEntity> stated(int most) {
    return boundary().isEmpty() ? List.of() : parts("--" + boundary(), most);
  }

  private String boundary() {
    return kind.parameter("boundary").stripTrailing();
  }

  private List<MimeEntity> parts(String delimiter, int most) {
    List<MimeEntity> parts = new ArrayList<>();
    int start = -1;
    for (int at = delimiter.isEmpty() ? body.to() : body.from();
        at < body.to() && parts.size() < most; ) {
      int next = body.nextLine(at);
      if (Delimiter.isAt(body, at, delimiter)) {
        add(parts, start, at);
        start = Delimiter.closes(body, at, delimiter) ? -1 : next;
      }
      at = next;
    }
    // a mail that was cut off has no last boundary
    add(parts, parts.size() < most ? start : -1, Delimiter.lastWithinLine(body, delimiter));
    return parts;
  }

  private void add(List<MimeEntity> parts, int start, int end) {
    if (start >= 0) {
      parts.add(of(body.part(start, withoutLineEnd(start, end)), usualInside()));
    }
  }

  /** RFC 2046 5.1.5. */
  private String usualInside() {
    return kind.is("multipart/digest") ? "message/rfc822" : ContentKind.PLAIN;
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
}
