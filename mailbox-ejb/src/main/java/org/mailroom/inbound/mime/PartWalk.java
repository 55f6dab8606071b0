package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.inbound.IncomingMail.Attachment;
import org.mailroom.inbound.model.UnacceptableMail;

/** Goes through the parts of one mail, and sorts them into what is read and what is a file. */
final class PartWalk {
  private static final int MAX_DEPTH = 20;
  private static final long MAX_ATTACHED = 20L << 20;

  private final List<Attachment> attachments = new ArrayList<>();
  private int parts;
  private long attached;

  private final Body body;

  /**
   * @throws UnacceptableMail if the mail goes beyond a limit
   */
  PartWalk(MimeEntity mail) {
    body = body(mail, 0, true);
  }

  Body body() {
    return body;
  }

  List<Attachment> attachments() {
    return attachments;
  }

  /**
   * @param read whether text here is the mail's own even if it bears a name
   */
  private Body body(MimeEntity part, int depth, boolean read) {
    if (depth > MAX_DEPTH) {
      throw new UnacceptableMail(
          "The parts of the mail are nested more than %d deep.".formatted(MAX_DEPTH));
    }
    if (part.kind().multipart()) {
      return multipart(part, depth);
    }
    count();
    if (isText(part.kind()) && !part.kind().file() && (read || part.kind().shownName().isEmpty())) {
      return part.kind().is("text/html") ? Body.html(part.text()) : Body.plain(part.text());
    }
    attach(part);
    return Body.NONE;
  }

  private static boolean isText(ContentKind kind) {
    return kind.is("text/plain") || kind.is("text/html");
  }

  private Body multipart(MimeEntity part, int depth) {
    List<MimeEntity> children = part.parts();
    if (children.isEmpty()) {
      return Body.plain(part.text());
    }
    boolean alternative = part.kind().is("multipart/alternative");
    List<Body> bodies = new ArrayList<>();
    for (MimeEntity child : children) {
      bodies.add(body(child, depth + 1, alternative));
    }
    return alternative ? Body.alternative(bodies) : Body.sequence(bodies);
  }

  private void count() {
    parts++;
    if (parts > MimeEntity.MAX_PARTS) {
      throw new UnacceptableMail(
          "The mail has more than %d parts.".formatted(MimeEntity.MAX_PARTS));
    }
  }

  private void attach(MimeEntity part) {
    byte[] content = part.content();
    attached += content.length;
    if (attached > MAX_ATTACHED) {
      throw new UnacceptableMail(
          "The attachments of the mail have more than %d MB together."
              .formatted(MAX_ATTACHED >> 20));
    }
    String type = part.kind().type();
    String name = FileNames.safe(name(part, content), type, attachments.size() + 1);
    attachments.add(new Attachment(name, type, content, contentId(part)));
  }

  private static String contentId(MimeEntity part) {
    return part.headers().first("Content-ID").strip().replaceAll("^<|>$", "");
  }

  /** A mail within the mail is named by its subject. */
  private static String name(MimeEntity part, byte[] content) {
    String name = part.kind().shownName();
    if (!name.isEmpty() || !part.kind().is("message/rfc822")) {
      return name;
    }
    String subject = MimeEntity.of(Slice.of(content)).headers().text("Subject");
    return subject.isBlank() ? "" : subject.replaceAll("[/\\\\]", "-") + ".eml";
  }
}
