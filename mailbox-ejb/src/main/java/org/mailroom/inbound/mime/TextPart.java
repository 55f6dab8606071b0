package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part that is read in its place. */
final class TextPart {
  // several times what is kept of a text, in whatever charset
  private static final int MAX_BYTES = 4 << 20;
  private static final int HEAD_OF_HTML = 2_000;
  private static final Pattern META = Pattern.compile("(?i)<meta[^>]{0,200}charset=([^>]{1,60})");

  /** Text for programs; all other text may be read as it is (RFC 2046 4.1.4). */
  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "text/calendar",
          "text/csv",
          "text/comma-separated-values",
          "text/tab-separated-values",
          "text/vcard",
          "text/x-vcard",
          "text/directory",
          "text/css",
          "text/javascript",
          "text/xml",
          "text/rtf",
          "text/x-amp-html",
          "text/watch-html",
          "text/rfc822-headers",
          "text/x-patch",
          "text/x-diff",
          "text/x-moz-deleted");

  private final MimeEntity part;
  private final byte[] content;
  private final List<InlineFile> files;

  TextPart(MimeEntity part) {
    this.part = part;
    content = part.content();
    files = part.kind().is("text/html") ? List.of() : InlineFile.in(Slice.of(content));
  }

  static boolean is(ContentKind kind) {
    return kind.type().startsWith("text/") && !FOR_PROGRAMS.contains(kind.type());
  }

  /** What stands between the words, such as old programs put it there. */
  List<InlineFile> files() {
    return files;
  }

  Body body() {
    ContentKind kind = part.kind();
    return switch (kind.type()) {
      case "text/html" -> Body.html(html());
      case "text/enriched", "text/richtext" -> Body.plain(Enriched.plain(decoded()));
      default -> Body.plain(plain(kind));
    };
  }

  private String plain(ContentKind kind) {
    return kind.parameter("format").equalsIgnoreCase("flowed")
        ? Flowed.joined(decoded(), kind.parameter("delsp").equalsIgnoreCase("yes"))
        : decoded();
  }

  private String html() {
    String stated = part.kind().parameter("charset");
    byte[] words = words();
    String inside = Charsets.isWrong(words, stated) ? charsetInside() : "";
    return Charsets.decode(words, inside.isBlank() ? stated : inside);
  }

  private String charsetInside() {
    int head = Math.min(content.length, HEAD_OF_HTML);
    Matcher meta = META.matcher(new String(content, 0, head, StandardCharsets.ISO_8859_1));
    // what can be read byte by byte is not of wide characters
    return meta.find() && !CharsetNames.plain(meta.group(1)).startsWith("utf-16")
        ? meta.group(1)
        : "";
  }

  private String decoded() {
    return Charsets.decode(words(), part.kind().parameter("charset"));
  }

  /** The bytes around the files. */
  private byte[] words() {
    ByteArrayOutputStream words = new ByteArrayOutputStream();
    int at = 0;
    for (InlineFile file : files) {
      write(words, at, file.begin());
      at = file.end();
    }
    write(words, at, content.length);
    return words.toByteArray();
  }

  private void write(ByteArrayOutputStream words, int from, int to) {
    words.write(content, from, Math.min(to - from, MAX_BYTES - words.size()));
  }
}
