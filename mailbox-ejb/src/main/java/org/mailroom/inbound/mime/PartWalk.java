package org.mailroom.inbound.mime;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.mailroom.inbound.IncomingMail.Attachment;

/** Goes through the parts of one mail, and sorts them into what is read and what is a file. */
final class PartWalk {
  private static final int MAX_DEPTH = 20;
  private static final Set<String> FOR_ONE_PROGRAM = Set.of("text/x-amp-html", "text/watch-html");
  private static final String PARTIAL =
      "It is one piece of a mail that was sent in several (message/partial).";
  private static final String WITHIN =
      "It says nothing itself; what is read is the mail within it.";
  private static final String BROKEN_TNEF = "What Outlook packed (%s) is broken.";

  private final Bounds bounds;
  private final Attached files;
  private final Set<String> remarks = new LinkedHashSet<>();
  private final List<Supplier<Body>> spare = new ArrayList<>();
  private final boolean opens;
  private int parts;
  private int mails;

  private final Body body;

  /**
   * @param bounds beyond which no more is read
   */
  PartWalk(MimeEntity mail, Bounds bounds) {
    this(mail, bounds, true);
  }

  /**
   * @param opens whether a mail within is read where nothing else is said
   */
  private PartWalk(MimeEntity mail, Bounds bounds, boolean opens) {
    this.bounds = bounds;
    this.opens = opens;
    files = new Attached(bounds);
    Body said = body(mail, 0, true);
    Protection.of(said.text()).ifPresent(remarks::add);
    body = said.isBlank() ? instead() : said;
  }

  Body body() {
    return body;
  }

  List<Attachment> attachments() {
    return files.files();
  }

  /** What a reader should know of the mail's form, in sentences. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** What a file says, where nothing else is said. */
  private Body instead() {
    return spare.stream()
        .map(Supplier::get)
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse(Body.NONE);
  }

  private static Body readAsText(MimeEntity part) {
    ContentKind kind = part.kind();
    if (Rtf.is(kind)) {
      return Rtf.read(part.content());
    }
    return kind.is("text/calendar")
        ? Body.plain(Calendar.summary(part.text()))
        : new TextPart(part).body();
  }

  /**
   * @param read whether text here is the mail's own even if it bears a name
   */
  private Body body(MimeEntity part, int depth, boolean read) {
    if (isBeyond(depth)) {
      return Body.NONE;
    }
    ContentKind kind = part.kind();
    Protection.of(part).ifPresent(remarks::add);
    if (part.divided()) {
      return multipart(part, depth);
    }
    if (isOneTooMany()) {
      return Body.NONE;
    }
    if (TextPart.is(kind) && !kind.file() && (read || kind.shownName().isEmpty())) {
      return words(part);
    }
    if (Tnef.is(kind)) {
      return tnef(part);
    }
    return Protection.isSignedData(part) ? enclosed(part, depth) : file(part);
  }

  private Body multipart(MimeEntity part, int depth) {
    List<MimeEntity> children = part.parts(bounds.parts() + 1);
    if (children.isEmpty()) {
      return Body.plain(part.withoutLast().text());
    }
    boolean alternative = part.kind().is("multipart/alternative");
    List<Body> bodies = new ArrayList<>();
    for (MimeEntity child : children) {
      if (!alternative || !FOR_ONE_PROGRAM.contains(child.kind().type())) {
        bodies.add(body(child, depth + 1, alternative));
      }
    }
    if (children.size() > bounds.parts()) {
      tooMany();
    }
    return alternative ? Body.alternative(bodies) : Body.sequence(bodies);
  }

  private boolean isBeyond(int depth) {
    if (depth > MAX_DEPTH) {
      bounds.pass("The parts of the mail are nested more than %d deep.".formatted(MAX_DEPTH));
    }
    return bounds.passed().isPresent();
  }

  private boolean isOneTooMany() {
    parts++;
    if (parts > bounds.parts()) {
      tooMany();
    }
    return parts > bounds.parts();
  }

  private void tooMany() {
    bounds.pass("The mail has more than %d parts.".formatted(bounds.parts()));
  }

  private Body words(MimeEntity part) {
    TextPart text = new TextPart(part);
    for (InlineFile file : text.files()) {
      files.add(file.name(), FileNames.type(file.name()), file.content(), "");
    }
    return text.body();
  }

  private Body tnef(MimeEntity part) {
    Optional<Tnef> packed = Tnef.read(part.content());
    if (packed.isEmpty()) {
      remarks.add(BROKEN_TNEF.formatted(part.kind().type()));
      return file(part);
    }
    packed.get().addTo(files);
    spare.add(() -> inside(packed.get()));
    return Body.NONE;
  }

  /** Outlook packs the words again that stand in the mail as well. */
  private Body inside(Tnef packed) {
    Body words = packed.body();
    return words.isBlank() ? packed.richText().map(this::rich).orElse(words) : words;
  }

  /** What cannot be read is kept for who can open it. */
  private Body rich(byte[] rtf) {
    Body words = Rtf.read(rtf);
    if (words.isBlank()) {
      files.add("message.rtf", "application/rtf", rtf, "");
    }
    return words;
  }

  /** The mail within a signature around it; the whole is kept as a file all the same. */
  private Body enclosed(MimeEntity part, int depth) {
    file(part);
    return SignedContent.content(part.content())
        .map(mail -> body(MimeEntity.mail(mail), depth + 1, true))
        .orElse(Body.NONE);
  }

  private Body file(MimeEntity part) {
    ContentKind kind = part.kind();
    if (kind.is("text/calendar") || kind.is("message/delivery-status") || isQuietlyNamed(kind)) {
      spare.add(() -> readAsText(part));
    }
    if (kind.is("message/partial")) {
      remarks.add(PARTIAL);
    }
    byte[] content = part.content();
    if (kind.mail()) {
      mail(kind, content);
    }
    MacFile.of(kind, content)
        .ifPresentOrElse(mac -> unpacked(mac, kind), () -> files.add(part, content));
    return Body.NONE;
  }

  private void mail(ContentKind kind, byte[] content) {
    mails++;
    if (opens && !kind.disposition().equals("attachment")) {
      spare.add(() -> within(content));
    }
  }

  /** Of several mails, as in a digest, none stands for the others. */
  private Body within(byte[] mail) {
    if (mails > 1) {
      return Body.NONE;
    }
    // it has limits of its own, so that what is a file of this one stays one
    Bounds own = new Bounds(bounds.parts());
    Body words = new PartWalk(MimeEntity.mail(mail), own, false).body();
    if (!words.isBlank()) {
      remarks.add(WITHIN);
    }
    return words;
  }

  private void unpacked(MacFile mac, ContentKind kind) {
    String name = mac.name().isBlank() ? kind.shownName() : mac.name();
    files.add(name, FileNames.type(name), mac.content(), "");
  }

  /** Text that bears a name only, so that it may have been meant to be read. */
  private static boolean isQuietlyNamed(ContentKind kind) {
    return (TextPart.is(kind) || Rtf.is(kind)) && !kind.disposition().equals("attachment");
  }
}
