package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Small or honest-looking mails that would cost a careless reader all its time or memory. Run by
 * itself it parses each, and tells for each in one line whether it took less than two seconds of
 * processor time; the time on the clock says more about the neighbours.
 */
final class Bombs {
  private static final long NANOS = 2_000_000_000L;
  private static final int LARGEST = 25 << 20;

  private Bombs() {}

  static Map<String, Supplier<byte[]>> all() {
    Map<String, Supplier<byte[]>> bombs = new LinkedHashMap<>();
    add(bombs, "warm-up", "Subject: x\n\n", "words\n", "", 10);
    bombs.put("10,000 parts within parts", Bombs::nested);
    add(bombs, "a million lines of header", "", "X-Header: x\n", "\nx", 1_000_000);
    add(bombs, "a million header names", "Subject: x\n", "X:\n", "\nx", 1_000_000);
    add(bombs, "a million lines that are none", "Subject: x\n", "no header\n", "", 1_000_000);
    add(bombs, "one line of header", "Subject: ", "x", "\n\nx", LARGEST);
    add(bombs, "one folded header", "Subject: x", "\n x", "\n\nx", 2_000_000);
    add(bombs, "white lines of header", "Subject: x\n", " \n", "\n\nx", 2_000_000);
    bombs.put("a line of 60 MB", () -> repeated("Subject: x\n\n", "x", "", 60 << 20));
    bombs.put("a line of 100 MB", () -> repeated("Subject: x\n\n", "x", "", 100 << 20));
    add(bombs, "encoded words", "Subject: ", "=?utf-8?Q?a?= ", "\n\nx", 200_000);
    add(bombs, "words never closed", "Subject: ", "=?utf-8?Q?", "\n\nx", 200_000);
    add(bombs, "a million receivers", "To: ", "a@b.example,", "\n\nx", 1_000_000);
    add(bombs, "a million receivers in lines", "Subject: x\n", "To: a@b.example\n", "\nx", 500_000);
    add(bombs, "brackets", "From: ", "<<((\"", "\n\nx", 1_000_000);
    add(bombs, "comments", "From: ", "(a(b", "\n\nx", 1_000_000);
    add(bombs, "groups", "From: ", "a:b;", "\n\nx", 1_000_000);
    add(bombs, "references", "References: ", "<a@b.example>", "\n\nx", 1_000_000);
    add(bombs, "parameters", "Content-Type: text/plain", "; a=b", "\n\nx", 500_000);
    add(bombs, "quotes", "Content-Type: text/plain", "; a=\"", "\n\nx", 500_000);
    add(bombs, "spaces", "Content-Type: text/plain; a=b", " ", "\n\nx", 1_000_000);
    add(bombs, "comments of types", "Content-Type: text/plain", "(a)", "\n\nx", 500_000);
    add(bombs, "pieces of a name", disposition(), "; filename*1*=%41", "\n\nx", 200_000);
    add(bombs, "boundaries", mixed(), "--b\n", "", 1_000_000);
    add(bombs, "almost boundaries", mixed(), "--bb\n", "", 1_000_000);
    add(bombs, "boundary nowhere", "Content-Type: multipart/mixed\n\n", "--x\n", "", 2_000_000);
    add(bombs, "elements", html(), "<div>", "x", 100_000);
    add(bombs, "quotes in HTML", html(), "<blockquote>", "x", 100_000);
    add(bombs, "tables", html(), "<table><tr><td>", "x", 50_000);
    add(bombs, "badly nested", html(), "<b><i><a href=x><p>", "x", 30_000);
    add(bombs, "attributes", html() + "<a ", "a=b ", ">x</a>", 500_000);
    add(bombs, "images", html(), "<img src=cid:x>", "", 500_000);
    add(bombs, "entities", html(), "&lt;", "x", 3_000_000);
    add(bombs, "quoted-printable", encoded("quoted-printable"), "=3D", "", LARGEST / 3);
    add(bombs, "soft breaks", encoded("quoted-printable"), "= ", "x", LARGEST / 2);
    add(bombs, "base64", encoded("base64"), "QUFB", "", LARGEST / 4);
    add(bombs, "padding", encoded("base64"), "=", "", LARGEST);
    add(bombs, "uuencode", "Subject: x\n\n", "begin 644 a\n#86%A\nend\n", "", 500_000);
    add(bombs, "begin", "Subject: x\n\n", "begin 644 a\n", "", 1_000_000);
    add(bombs, "flowed", "Content-Type: text/plain; format=flowed\n\n", "> x \n", "", 2_000_000);
    add(bombs, "enriched", "Content-Type: text/enriched\n\n", "<<<param><a>", "", 1_000_000);
    add(
        bombs,
        "calendar",
        "Content-Type: text/calendar\n\nBEGIN:VEVENT\n",
        "A;B=\":",
        "",
        1_000_000);
    add(bombs, "lines", "Subject: x\n\n", "\r", "x\n", LARGEST);
    add(bombs, "eight bits", "Subject: x\n\n", "\u00e9", "", 10_000_000);
    bombs.put("packed zeros", Bombs::zip);
    bombs.put("zeros packed by an encoding", () -> gzip64(512 << 10));
    bombs.put("more zeros packed by an encoding", () -> gzip64(1 << 28));
    add(bombs, "mails within mails", "", "Content-Type: message/rfc822\n\n", "x", 100_000);
    bombs.put(
        "TNEF that claims gigabytes", () -> tnef(new TnefFixture().claiming(Integer.MAX_VALUE)));
    bombs.put("TNEF that claims less than nothing", () -> tnef(new TnefFixture().claiming(-1)));
    bombs.put("TNEF of many files", () -> tnef(files(20_000)));
    return bombs;
  }

  private static void add(
      Map<String, Supplier<byte[]>> bombs,
      String name,
      String head,
      String part,
      String end,
      int times) {
    bombs.put(name, () -> repeated(head, part, end, times));
  }

  private static String mixed() {
    return "Content-Type: multipart/mixed; boundary=b\n\n";
  }

  private static String disposition() {
    return "Content-Disposition: attachment";
  }

  private static String html() {
    return "Content-Type: text/html\n\n";
  }

  private static String encoded(String encoding) {
    return "Content-Transfer-Encoding: " + encoding + "\n\n";
  }

  private static byte[] repeated(String head, String part, String end, int times) {
    byte[] piece = part.getBytes(StandardCharsets.ISO_8859_1);
    byte[] mail = new byte[head.length() + piece.length * times + end.length()];
    System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, mail, 0, head.length());
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, mail, head.length() + i * piece.length, piece.length);
    }
    byte[] last = end.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(last, 0, mail, mail.length - last.length, last.length);
    return mail;
  }

  private static byte[] nested() {
    StringBuilder mail = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    return mail.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip() {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(
        "Content-Type: application/zip; name=a.zip\n\n".getBytes(StandardCharsets.UTF_8));
    try (ZipOutputStream zip = new ZipOutputStream(mail)) {
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < 1_000; i++) {
        zip.write(new byte[1 << 20]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mail.toByteArray();
  }

  private static byte[] gzip64(int zeros) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (int left = zeros; left > 0; left -= 512 << 10) {
        zip.write(new byte[512 << 10]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String code = Base64.getMimeEncoder().encodeToString(bytes.toByteArray());
    return repeated(mixed(), "--b\n" + encoded("x-gzip64") + code + '\n', "", 50);
  }

  private static TnefFixture files(int count) {
    TnefFixture files = new TnefFixture();
    for (int i = 0; i < count; i++) {
      files.file("file " + i, new byte[1]);
    }
    return files;
  }

  private static byte[] tnef(TnefFixture packed) {
    return packed.mail("x").getBytes(StandardCharsets.UTF_8);
  }

  public static void main(String[] args) {
    all().forEach(Bombs::defuse);
  }

  private static void defuse(String name, Supplier<byte[]> bomb) {
    byte[] mail = bomb.get();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String end = outcome(mail);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    System.out.printf(
        "%s %s: %s, %d ms%n", took < NANOS ? "ok" : "late", name, end, took / 1_000_000);
  }

  private static String outcome(byte[] mail) {
    try {
      HeaderReader.read(mail);
      return Fixture.parse(mail).text().length() + " characters";
    } catch (UnacceptableMail refused) {
      return refused.getMessage();
    }
  }
}
