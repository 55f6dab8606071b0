package org.mailroom.bounce.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A part of a report that has no parts of its own, decoded. A mail within it is one such part.
 *
 * @param type such as {@code text/plain}, in lower case
 */
record Leaf(String type, byte[] content, Charset charset) {
  // RFC 3464, RFC 6533, and as XWall has it
  private static final Pattern STATUS = Pattern.compile("message/(global-|x)?delivery-status");

  private static final int MAX_DEPTH = 5;
  private static final int MAX_PARTS = 50;
  private static final int MAX_BYTES = 256 * 1024;

  static List<Leaf> of(Part mail) throws MessagingException, IOException {
    List<Leaf> leaves = new ArrayList<>();
    collect(mail, 0, leaves);
    return leaves.stream().anyMatch(Leaf::isStatus) ? leaves : withReportWithin(leaves);
  }

  /**
   * A gateway may have wrapped the report of another server; a report that is no report hides it.
   */
  private static List<Leaf> withReportWithin(List<Leaf> outer)
      throws MessagingException, IOException {
    for (Leaf leaf : outer) {
      String type = leaf.is("message/rfc822") ? leaf.headers().getHeader("Content-Type", null) : "";
      if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/report")) {
        List<Leaf> inner = new ArrayList<>();
        InputStream report = new ByteArrayInputStream(leaf.content);
        collect(new MimeMessage(ReportReader.NO_SERVER, report), 1, inner);
        return inner;
      }
    }
    return outer;
  }

  private static void collect(Part part, int depth, List<Leaf> leaves)
      throws MessagingException, IOException {
    if (!part.isMimeType("multipart/*")) {
      leaves.add(leaf(part));
    } else if (depth < MAX_DEPTH) {
      for (Part child : children(part)) {
        collect(child, depth + 1, leaves);
      }
      leaves.subList(Math.min(MAX_PARTS, leaves.size()), leaves.size()).clear();
    }
  }

  /** Itself, as text, if its boundary is nowhere to be found. */
  private static List<Part> children(Part part) throws MessagingException, IOException {
    try {
      // not getContent(): that asks for handlers which the server may not offer
      MimeMultipart parts = new MimeMultipart(part.getDataHandler().getDataSource());
      List<Part> children = new ArrayList<>();
      for (int i = 0; i < Math.min(MAX_PARTS, parts.getCount()); i++) {
        children.add(parts.getBodyPart(i));
      }
      return children;
    } catch (MessagingException broken) {
      MimeBodyPart text = new MimeBodyPart(part.getInputStream());
      return List.of(text);
    }
  }

  private static Leaf leaf(Part part) throws MessagingException, IOException {
    ContentType type = type(part.getContentType());
    InputStream header = new ByteArrayInputStream(headerWithin(part));
    try (InputStream content = new SequenceInputStream(header, part.getInputStream())) {
      return new Leaf(
          type.getBaseType().toLowerCase(Locale.ROOT),
          content.readNBytes(MAX_BYTES),
          charset(type.getParameter("charset")));
    }
  }

  /** That of a message, where no empty line parts it from that of the part that it is in. */
  private static byte[] headerWithin(Part part) throws MessagingException {
    boolean torn =
        part instanceof MimeBodyPart
            && (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers"))
            && part.getHeader("Message-ID") != null;
    return torn ? lines((MimeBodyPart) part).getBytes(StandardCharsets.UTF_8) : new byte[0];
  }

  private static String lines(MimeBodyPart part) throws MessagingException {
    return String.join("\n", Collections.list(part.getAllHeaderLines())) + "\n\n";
  }

  private static ContentType type(String header) throws MessagingException {
    try {
      return new ContentType(header);
    } catch (MessagingException unreadable) {
      return new ContentType("text/plain");
    }
  }

  private static Charset charset(String name) {
    try {
      return Optional.ofNullable(name)
          .map(MimeUtility::javaCharset)
          .map(Charset::forName)
          .orElse(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** Whether it is the message that came back, or the header of it. */
  boolean isReturned() {
    return type.equals("text/rfc822-headers")
        || (type.startsWith("message/") && !isStatus() && !is("message/feedback-report"));
  }

  boolean isStatus() {
    return STATUS.matcher(type).matches();
  }

  /** As people read it, lines ended by LF. */
  String text() {
    String text = new String(content, charset);
    String readable = is("text/html") ? Jsoup.parse(text).wholeText() : text;
    return readable.replace("\r\n", "\n").replace('\u00a0', ' ');
  }

  /** What it begins with, read as header lines. */
  InternetHeaders headers() throws MessagingException {
    return new InternetHeaders(new ByteArrayInputStream(content), true);
  }
}
