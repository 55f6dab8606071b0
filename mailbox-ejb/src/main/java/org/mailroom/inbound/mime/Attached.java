package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.inbound.IncomingMail.Attachment;

/** The files of one mail, within the limits. */
final class Attached {
  private static final long MAX_BYTES = 20L << 20;
  private static final Pattern FILE = Pattern.compile("(?:.*/)?([^/?#:]+\\.\\w{1,8})");

  private final List<Attachment> files = new ArrayList<>();
  private final Bounds bounds;
  private long bytes;

  Attached(Bounds bounds) {
    this.bounds = bounds;
  }

  List<Attachment> files() {
    return files;
  }

  /**
   * Adds a file, unless there are too many of them or they are too large together.
   *
   * @param name as the sender states it; may be empty
   */
  void add(String name, String type, byte[] content, String contentId) {
    bytes += content.length;
    if (bytes > MAX_BYTES) {
      bounds.pass(
          "The attachments of the mail have more than %d MB together.".formatted(MAX_BYTES >> 20));
    } else if (files.size() == bounds.parts()) {
      bounds.pass("The mail has more than %d attachments.".formatted(bounds.parts()));
    } else {
      String safe = FileNames.safe(name, type, files.size() + 1);
      files.add(new Attachment(safe, type, content, contentId));
    }
  }

  /**
   * @param content of the part, its transfer encoding undone
   */
  void add(MimeEntity part, byte[] content) {
    add(name(part, content), part.kind().type(), content, contentId(part));
  }

  private static String name(MimeEntity part, byte[] content) {
    String name = part.kind().shownName();
    if (!name.isEmpty()) {
      return name;
    }
    return part.kind().mail() ? subject(content) : otherwiseCalled(part);
  }

  /** A mail within the mail is named by its subject. */
  private static String subject(byte[] mail) {
    String subject = MimeEntity.mail(mail).headers().text("Subject");
    return subject.isBlank() ? "" : subject.replaceAll("[/\\\\]", "-") + ".eml";
  }

  /** Where a file was found, or how it is described, is often all that is said of it. */
  private static String otherwiseCalled(MimeEntity part) {
    return Stream.of(location(part), part.headers().text("Content-Description"))
        .map(FILE::matcher)
        .filter(Matcher::matches)
        .map(file -> Parameters.percentDecodedWhole(file.group(1)))
        .findFirst()
        .orElse("");
  }

  private static String contentId(MimeEntity part) {
    String id = part.headers().first("Content-ID").strip().replaceAll("^<|>$", "");
    return id.isEmpty() ? location(part) : id;
  }

  /** An address that is too long for its line is folded (RFC 2557 4.4.2). */
  private static String location(MimeEntity part) {
    return part.headers().text("Content-Location").replaceAll("\\s", "");
  }
}
