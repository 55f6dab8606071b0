package org.mailroom.deployed;

import java.util.List;
import java.util.Locale;

/** Mails as they come. */
public final class SampleMails {
  private static final List<String> KINDS =
      List.of(
          """
          Content-Type: text/plain; charset=UTF-8
          Content-Transfer-Encoding: 8bit

          Olá, a impressora não imprime. – Ana
          """,
          """
          MIME-Version: 1.0
          Content-Type: text/html; charset=ISO-8859-1
          Content-Transfer-Encoding: quoted-printable

          <p>The <b>printer</b> is on fire =E9=E8</p><script>alert(1)</script>
          """,
          """
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary=b1

          --b1
          Content-Type: multipart/alternative; boundary=b2

          --b2
          Content-Type: text/plain

          plain
          --b2
          Content-Type: text/html

          <p>rich</p>
          --b2--
          --b1
          Content-Type: application/pdf; name="a.pdf"
          Content-Disposition: attachment; filename="../../a.pdf"
          Content-Transfer-Encoding: base64

          JVBERi0xLjQK
          --b1--
          """,
          """
          MIME-Version: 1.0
          Content-Type: text/plain; charset=x-unknown-charset

          What charset is this?
          """,
          """
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary=never-closed

          --never-closed
          Content-Type: text/plain

          The boundary is never closed.
          """,
          """

          No header says what I am.
          """);

  private SampleMails() {}

  /** Mail of plain words. */
  public static String plain(
      String from, String to, String subject, String messageId, String text) {
    return """
        From: %s
        To: %s
        Subject: %s
        Message-ID: <%s>
        Date: Sun, 22 Nov 2026 12:00:00 +0000
        Content-Type: text/plain; charset=UTF-8

        %s
        """
        .formatted(from, to, subject, messageId, text);
  }

  /** Of many kinds, each different from the last. */
  static String kind(int i, String to) {
    return """
        From: Person %1$d <person%1$d@customer.example>
        To: %2$s
        Subject: %3$s
        Message-ID: <sample-%1$d@customer.example>
        Date: Sun, 22 Nov 2026 12:00:00 +0000
        """
            .formatted(i, to, subject(i))
        + KINDS.get(i % KINDS.size());
  }

  private static String subject(int i) {
    return i % 3 == 0
        ? "=?UTF-8?B?SW1wcmVzc29yYSBuw6Nv?= " + i
        : String.format(Locale.ROOT, "Help number %d", i);
  }
}
