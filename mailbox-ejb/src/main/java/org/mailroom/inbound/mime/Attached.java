package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.inbound.IncomingMail.Attachment;
import org.mailroom.inbound.model.UnacceptableMail;

/** The files of one mail, within the limits. */
final class Attached {
  private static final long MAX_BYTES = 20L << 20;

  private final List<Attachment> files = new ArrayList<>();
  private long bytes;

  List<Attachment> files() {
    return files;
  }

  /**
   * @param name as the sender states it; may be empty
   * @throws UnacceptableMail if there are too many of them, or they are too large together
   */
  void add(String name, String type, byte[] content, String contentId) {
    bytes += content.length;
    if (bytes > MAX_BYTES) {
      throw new UnacceptableMail(
          "The attachments of the mail have more than %d MB together.".formatted(MAX_BYTES >> 20));
    }
    if (files.size() == MimeEntity.MAX_PARTS) {
      throw new UnacceptableMail(
          "The mail has more than %d attachments.".formatted(MimeEntity.MAX_PARTS));
    }
    String safe = FileNames.safe(name, type, files.size() + 1);
    files.add(new Attachment(safe, type, content, contentId));
  }

  /**
   * @param content of the part, its transfer encoding undone
   */
  void add(MimeEntity part, byte[] content) {
    add(name(part, content), part.kind().type(), content, contentId(part));
  }

  /** A mail within the mail is named by its subject. */
  private static String name(MimeEntity part, byte[] content) {
    String name = part.kind().shownName();
    if (!name.isEmpty() || !part.kind().is("message/rfc822")) {
      return name;
    }
    String subject = MimeEntity.mail(content).headers().text("Subject");
    return subject.isBlank() ? "" : subject.replaceAll("[/\\\\]", "-") + ".eml";
  }

  private static String contentId(MimeEntity part) {
    return part.headers().first("Content-ID").strip().replaceAll("^<|>$", "");
  }
}
