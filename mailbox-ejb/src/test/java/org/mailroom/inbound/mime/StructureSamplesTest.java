package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.inbound.mime.Fixture.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.IncomingMail.Attachment;

/** How mails are put together, and how they fall apart. */
class StructureSamplesTest {
  private static final String HEADER = "From: a@b.example\nSubject: s\n";
  private static final String MIXED = HEADER + "Content-Type: multipart/mixed; boundary=b\n\n";

  /** What it is, the mail, its text, its files. */
  static Stream<Arguments> mails() {
    return Stream.of(
        mail(
            "mbox line",
            "From a@b.example Mon Jan  1 10:00:00 2001\n" + HEADER + "\nwords",
            "words"),
        mail("quoted mbox line", ">From a@b.example Mon Jan  1\n" + HEADER + "\nwords", "words"),
        mail("byte order mark", "\uFEFF" + HEADER + "\nwords", "words"),
        mail("empty lines first", "\n\r\n  \n" + HEADER + "\nwords", "words"),
        mail("carriage returns", (HEADER + "\none\ntwo").replace("\n", "\r"), "one\ntwo"),
        mail("CRLF", (HEADER + "\none\ntwo").replace("\n", "\r\n"), "one\ntwo"),
        mail("doubled CR", (HEADER + "\none\ntwo").replace("\n", "\r\r\n"), "one\ntwo"),
        mail(
            "no empty line",
            HEADER + "words begin here\nand: go on",
            "words begin here\nand: go on"),
        mail("no empty line, then one", HEADER + "one\n\ntwo", "one\n\ntwo"),
        mail("white line in header", "From: a@b.example\n \t\nSubject: s\n\nwords", "words"),
        mail(
            "white line, then folded",
            "From: a@b.example\nTo: x,\n\t\n\ty\nSubject: s\n\nwords",
            "words"),
        mail("white line, then indented", HEADER + "  \n  one\ntwo: x", "one\ntwo: x"),
        mail("white line after header", HEADER + "  \nwords", "words"),
        mail("space before colon", "From : a@b.example\nSubject : s\n\nwords", "words"),
        mail("space within a name", HEADER + "X-Bad Name: y\nX-Other: z\n\nwords", "words"),
        mail("words like a name", HEADER + "Bad Name: y\n\nwords", "Bad Name: y\n\nwords"),
        mail("empty body", HEADER, ""),
        mail("empty header and body", HEADER + "Content-Type: text/html\n\n", ""),
        mail("two types", HEADER + "Content-Type:\nContent-Type: text/html\n\n<b>x</b>", "x"),
        mail(
            "two types, one of parts",
            HEADER
                + "Content-Type: text/plain\n"
                + MIXED.substring(HEADER.length())
                + "--b\n\nx\n--b--",
            "x"),
        mail(
            "preamble and epilogue",
            MIXED + "preamble\n--b\n\none\n--b\n\ntwo\n--b--\nepilogue",
            "one\n\ntwo"),
        mail(
            "boundary that begins another",
            MIXED
                + "--b\nContent-Type: multipart/alternative; boundary=bb\n\n"
                + "--bb\n\nplain\n--bb\nContent-Type: text/html\n\nrich\n--bb--\n--b--",
            "plain"),
        mail("boundary with spaces behind", MIXED + "--b  \n\none\n--b-- \t\n", "one"),
        mail("never closed", MIXED + "--b\n\none\n--b\nContent-Type: a/b; name=x\n\ny", "one", "x"),
        mail(
            "inner never closed",
            MIXED
                + "--b\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\none\n"
                + "--b\nContent-Type: a/b; name=x\n\ny\n--b--",
            "one",
            "x"),
        mail(
            "same boundary inside",
            MIXED + "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--b--",
            "one"),
        mail(
            "wrong boundary stated",
            HEADER
                + "Content-Type: multipart/mixed; boundary=wrong\n\n"
                + "--right\nContent-Type: text/plain\n\none\n--right--",
            "one"),
        mail(
            "last boundary behind the words",
            MIXED + "--b\n\none\n--b\nContent-Type: text/plain\n\ntwo--b--\n",
            "one\n\ntwo"),
        mail(
            "alternatives with the boundary around them",
            MIXED
                + "--b\nContent-Type: multipart/alternative; boundary=b\n\n"
                + "--b\n\nsee  there\n--b\nContent-Type: text/html\n\n<p>see <b>there</b></p>\n"
                + "--b--\n--b\nContent-Type: a/b; name=x\n\ny\n--b--",
            "see  there",
            "x"),
        mail(
            "HTML, then words",
            MIXED + "--b\nContent-Type: text/html\n\n<p>one</p>\n\n--b\n\ntwo\n--b--",
            "one\n\ntwo"),
        mail(
            "multipart of no kind",
            HEADER + "Content-Type: multipart; boundary=b\n\n--b\n\none\n--b--",
            "one"),
        mail(
            "multipart of any kind",
            HEADER + "Content-Type: multipart/*; boundary=b\n\n--b\n\none\n--b--",
            "one"),
        mail(
            "template that nobody sees",
            HEADER + "Content-Type: text/html\n\n<p>one</p><template><p>x</p></template>two",
            "one\n\ntwo"),
        mail(
            "words that nobody sees",
            HEADER
                + "Content-Type: text/html\n\n<div style='color:red; DISPLAY: none !important'>one"
                + "</div><p style='display:block'>one</p>",
            "one"),
        mail("type with spaces", HEADER + "Content-Type: text / html\n\n<b>x</b>", "x"),
        mail("lines like boundaries", MIXED + "--b\n\n-- \n--bad\n--b--", "-- \n--bad"),
        mail("part without header", MIXED + "--b\n\nwords: here\n--b--", "words: here"),
        mail(
            "part without empty line",
            MIXED + "--b\nContent-Type: text/plain\nwords\n--b--",
            "words"),
        mail("empty parts", MIXED + "--b\n--b\n\none\n--b--", "one"),
        mail(
            "digest",
            HEADER
                + "Content-Type: multipart/digest; boundary=b\n\n"
                + "--b\n\nSubject: first\n\none\n--b\n\nSubject: second\n\ntwo\n--b--",
            "",
            "first.eml",
            "second.eml"),
        mail(
            "mail in base64 within",
            MIXED
                + "--b\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                + base64("Subject: inner\n\nx")
                + "\n--b--",
            "x",
            "inner.eml"),
        mail(
            "mail within, and nothing else",
            HEADER + "Content-Type: message/rfc822\n\nSubject: inner\n\nwords",
            "words",
            "inner.eml"),
        mail(
            "mail within in letters of any script",
            HEADER + "Content-Type: message/global\n\nSubject: Olá\n\nwords",
            "words",
            "Olá.eml"),
        mail(
            "receipt",
            MIXED + "--b\n\nread\n--b\nContent-Type: message/disposition-notification\n\nx\n--b--",
            "read",
            "attachment-1.txt"),
        mail(
            "mail within that holds a mail only",
            HEADER
                + "Content-Type: message/rfc822\n\nSubject: inner\n"
                + "Content-Type: message/rfc822\n\nSubject: innermost\n\nwords",
            "",
            "inner.eml"),
        mail(
            "mail within that is a file",
            HEADER
                + "Content-Type: message/rfc822\nContent-Disposition: attachment\n\n"
                + "Subject: inner\n\nwords",
            "",
            "inner.eml"),
        mail(
            "double",
            MIXED
                + "--b\nContent-Type: multipart/appledouble; boundary=d\n\n"
                + "--d\nContent-Type: application/applefile; name=\"%a.gif\"\n\nfork\n"
                + "--d\nContent-Type: image/gif; name=a.gif\n\ngif\n--d--\n--b--",
            "",
            "%a.gif",
            "a.gif"),
        mail(
            "named text is a file",
            MIXED + "--b\n\nwords\n--b\nContent-Type: text/plain; name=a.txt\n\nx\n--b--",
            "words",
            "a.txt"),
        mail(
            "named text alone is read",
            MIXED + "--b\nContent-Type: text/plain; name=a.txt\n\nwords\n--b--",
            "words",
            "a.txt"),
        mail("other text is read", HEADER + "Content-Type: text/x-unheard-of\n\nwords", "words"),
        mail(
            "table of text is a file",
            HEADER + "Content-Type: text/csv; name=a.csv\n\n1,2",
            "",
            "a.csv"),
        mail(
            "enriched",
            HEADER
                + "Content-Type: text/enriched\n\n"
                + "<bold>Now</bold> is <color><param>red</param>the\ntime</color>\n\nx <<y>",
            "Now is the time\nx <y>"),
        mail(
            "parameters not folded",
            HEADER
                + "Content-Type: multipart/mixed;\nboundary=b\n\n"
                + "--b\n\nwords\n"
                + "--b\nContent-Type: application/pdf;\r\nname = \"a.pdf\"\r\n\r\nx\n"
                + "--b\nContent-Type: image/gif\nContent-Disposition: attachment; \n"
                + "filename*0=b;\nfilename*1=\".gif\"\nContent-ID: <c>\n\nx\n--b--",
            "words",
            "a.pdf",
            "b.gif"),
        mail("no parameter", HEADER + "X-Y: z;\none = two\n\nwords", "one = two\n\nwords"),
        mail(
            "words behind the last boundary",
            MIXED + "--b\n\nwords --b-- x\n--b--x\n--b-- end\nmore",
            "words --b-- x\n--b--x"),
        mail(
            "multipart encoded as a whole",
            HEADER
                + "Content-Type: multipart/mixed; boundary=b\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + base64("--b\n\nwords\n--b\nContent-Type: text/x; name=a.txt\n\nx\n--b--\n"),
            "words",
            "a.txt"),
        mail(
            "file named by its location",
            MIXED
                + "--b\n\nwords\n"
                + "--b\nContent-Type: image/gif\nContent-Location: http://b.example/a%20b.gif\n\nx\n"
                + "--b\nContent-Type: image/gif\nContent-Location: http://b.example/?a=b.gif\n\nx\n"
                + "--b--",
            "words",
            "a b.gif",
            "attachment-2.gif"),
        mail(
            "file named by its description",
            MIXED
                + "--b\n\nwords\n"
                + "--b\nContent-Type: image/gif\nContent-Description: =?utf-8?Q?vis=C3=A3o.gif?=\n\nx\n"
                + "--b\nContent-Type: image/gif\nContent-Description: What I saw.\n\nx\n--b--",
            "words",
            "visão.gif",
            "attachment-2.gif"),
        mail(
            "page with a location is read",
            HEADER + "Content-Type: text/html\nContent-Location: a.html\n\n<p>words",
            "words"),
        mail(
            "report of fields alone",
            HEADER
                + "Content-Type: multipart/report; boundary=b\n\n"
                + "--b\nContent-Type: message/delivery-status\n\nStatus: 5.1.1\n--b--",
            "Status: 5.1.1",
            "attachment-1.txt"),
        mail("file alone", HEADER + "Content-Type: application/pdf; name=a.pdf\n\nx", "", "a.pdf"),
        mail(
            "parts below a type of text",
            HEADER
                + "Content-Type: text/html; boundary=\"--b\"\n\n"
                + "----b\nContent-Type: text/html;\nContent-Transfer-Encoding: 7Bit\n\n"
                + "<p>words</p>\n\n----b\nContent-Type: a/b; name=x\n\ny\n----b--\n",
            "words",
            "x"),
        mail(
            "boundary of a text that has no parts",
            HEADER + "Content-Type: text/plain; boundary=b\n\nwords\n--c\nContent-Type: none",
            "words\n--c\nContent-Type: none"),
        mail("only the last boundary", MIXED + "words\n--b--\n", "words"),
        mail(
            "name of a file over two lines",
            MIXED
                + "--b\n\nwords\n--b\nContent-Type: a/b\nContent-Disposition: attachment;"
                + " filename*=utf-8''two%0D%0Alines.txt\n\nx\n--b--",
            "words",
            "two lines.txt"),
        mail(
            "headers without a name",
            MIXED + "--b\n\nwords\n--b\nContent-Type: text/rfc822-headers\n\nTo: x\n--b--",
            "words",
            "attachment-1.txt"),
        mail(
            "amp is passed over",
            HEADER
                + "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nwords\n"
                + "--b\nContent-Type: text/x-amp-html\n\n<html>\n--b--",
            "words"));
  }

  private static Arguments mail(String what, String mail, String text, String... files) {
    return Arguments.of(what, mail, text, List.of(files));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mails")
  void reads(String what, String mail, String text, List<String> files) {
    IncomingMail parsed = parse(mail);

    assertThat(parsed.subject()).isEqualTo("s");
    assertThat(parsed.from()).isPresent();
    assertThat(parsed.text()).isEqualTo(text);
    assertThat(parsed.attachments()).extracting(Attachment::name).isEqualTo(files);
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("base64", "d29yZHM=", "words"),
        Arguments.of("Base64 ", "d29y\n ZHM=\n", "words"),
        Arguments.of("base64 (comment)", "d29yZHM", "words"),
        Arguments.of("(a comment) base64", "d29yZHM", "words"),
        Arguments.of("(a comment) quoted-printable", "w=6Frds", "words"),
        Arguments.of("x-gzip64", gzip64("words"), "words"),
        Arguments.of("base64", "d29y!ZHM=", "words"),
        Arguments.of("base64", "d28=\ncmRz", "words"),
        Arguments.of("base64", "d29yZHM=\n\n____________\nA list of ours\n", "words"),
        Arguments.of(
            "base64",
            "These are words only, not code at all.",
            "These are words only, not code at all."),
        Arguments.of("quoted-printable", "w=6Frds=20", "words"),
        Arguments.of("Quoted-Printable;", "wo=\nrds", "words"),
        Arguments.of("quoted-printable", "wo=  \t\r\nrds", "words"),
        Arguments.of("quoted-printable", "w=6frds=", "words"),
        Arguments.of("quoted-printable", "1=2, =ZZ, =C3=A9", "1=2, =ZZ, é"),
        Arguments.of("quoted printable", "w=6Frds", "words"),
        Arguments.of("8bits", "words é", "words é"),
        Arguments.of("7bit;", "words é", "words é"),
        Arguments.of("text/html", "words", "words"),
        Arguments.of("x-uuencode", "begin 644 x\n%=V]R9',\n`\nend\n", "words"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void undoes_encodings(String encoding, String body, String text) {
    String mail = "Content-Type: text/plain\nContent-Transfer-Encoding: %s\n\n%s";

    assertThat(parse(mail.formatted(encoding, body)).text()).isEqualTo(text);
  }

  private static String gzip64(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  @Test
  void a_file_whose_packing_is_broken_is_kept_as_it_is() {
    IncomingMail mail =
        parse("Content-Type: a/b; name=x\nContent-Transfer-Encoding: x-gzip64\n\nd29yZHM=\n");

    assertThat(mail.attachments().get(0).content()).asString().isEqualTo("words");
  }

  @Test
  void words_that_were_only_called_base64_are_words() {
    String words = "these words were only called something\nby somebody who knew no better";

    assertThat(parse("Content-Transfer-Encoding: base64\n\n" + words + "\n").text())
        .isEqualTo(words);
  }

  @Test
  void where_the_type_is_none_the_name_tells_it() {
    IncomingMail mail = parse("Content-Type: application-x-gzip; name=a.xml.gz\n\nx\n");

    assertThat(mail.text()).isEmpty();
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a.xml.gz");
  }

  @Test
  void a_type_that_is_none_may_name_html_all_the_same() {
    assertThat(parse("Content-Type: <html>\n\n<p>It burns.</p>\n").text()).isEqualTo("It burns.");
  }

  @Test
  void takes_files_out_of_the_words() {
    IncomingMail mail =
        parse(
            """
            Subject: s

            See:
            begin 644 a b.txt
            %=V]R9',
            `
            end
            Bye
            begin 600 c.gif
            !80``
            `
            end
            """);

    assertThat(mail.text()).isEqualTo("See:\nBye");
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("a b.txt", "c.gif");
    assertThat(mail.attachments())
        .extracting(Attachment::contentType)
        .containsExactly("text/plain", "image/gif");
    assertThat(mail.attachments().get(0).content()).asString().isEqualTo("words");
  }

  @Test
  void takes_a_file_without_a_name_out_of_the_words() {
    IncomingMail mail =
        parse("Subject: s\n\nSee:\nbegin 644 \n%=V]R9',\n`\nend\nBye\nbegin 644\nSTOP");

    assertThat(mail.text()).isEqualTo("See:\nBye\nbegin 644\nSTOP");
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("attachment-1.bin");
    assertThat(mail.attachments().get(0).content()).asString().isEqualTo("words");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"begin 644 nothing\nfollows here, really", "begin the day", "begin 644 x"})
  void leaves_words_that_only_begin(String text) {
    assertThat(parse("Subject: s\n\n" + text).text()).isEqualTo(text);
  }

  @Test
  void joins_lines_that_flow() {
    String flowed = HEADER + "Content-Type: text/plain; format=flowed%s\n\n%s";

    assertThat(
            parse(flowed.formatted("", "a \nb\nc\n stuffed\n> q \n> r\n>> s \n> t\n-- \nme"))
                .text())
        .isEqualTo("a b\nc\nstuffed\n> q r\n>> s \n> t\n-- \nme");
    assertThat(parse(flowed.formatted("; delsp=yes", "プリ \nンター")).text()).isEqualTo("プリンター");
  }

  @Test
  void keeps_images_with_the_html_and_loads_none_from_elsewhere() {
    IncomingMail mail =
        parse(
            HEADER
                + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                + "<p>Look <img src='cid:one@x' alt=one><img src=\"cid:missing\">"
                + "<img src=https://far.example/p.gif onerror=x()><img src='javascript:x()'></p>\n"
                + "--b\nContent-Type: image/png\nContent-ID: <one@x>\n\npng\n--b--");

    assertThat(mail.html())
        .contains("src=\"cid:one@x\"", "data-remote-src=\"https://far.example/p.gif\"")
        .doesNotContain("missing", "onerror", "javascript", " src=\"https");
    assertThat(mail.attachments()).extracting(Attachment::contentId).containsExactly("one@x");
  }

  @Test
  void an_image_may_be_named_by_the_address_where_it_was_found() {
    IncomingMail mail =
        parse(
            HEADER
                + "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                + "<img src='http://far.example/a%20long/p.gif'><img src=drawn><img src=missing><img src>\n"
                + "--b\nContent-Type: image/gif\n"
                + "Content-Location: http://far.example/\n a%20long/p.gif\n\ngif\n"
                + "--b\nContent-Type: image/png\nContent-Location: drawn\n\npng\n"
                + "--b\nContent-Type: image/png\n\npng\n--b--");

    assertThat(mail.html())
        .isEqualTo(
            "<img src=\"cid:http%3A%2F%2Ffar.example%2Fa%2520long%2Fp.gif\"><img src=\"cid:drawn\">");
    assertThat(mail.attachments())
        .extracting(Attachment::contentId)
        .containsExactly("http://far.example/a%20long/p.gif", "drawn", "");
    assertThat(mail.attachments())
        .extracting(Attachment::name)
        .containsExactly("p.gif", "attachment-2.png", "attachment-3.png");
  }

  @Test
  void tells_indented_words_from_quoted_ones() {
    IncomingMail mail =
        parse(
            HEADER
                + "Content-Type: text/html\n\n"
                + "<blockquote style=\"margin: 0 0 0 40px; border:"
                + " none\">mine</blockquote><blockquote class=gmail_quote>theirs</blockquote>");

    assertThat(mail.text()).isEqualTo("mine\n\n> theirs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "; protocol=\"application/pgp-signature\""})
  void says_that_a_mail_is_signed_and_keeps_the_signature(String protocol) {
    IncomingMail mail =
        parse(
            HEADER
                + "Content-Type: multipart/signed; boundary=b"
                + protocol
                + "\n\n"
                + "--b\n\n"
                + "words\n"
                + "--b\n"
                + "Content-Type: application/pgp-signature; name=signature.asc\n\n"
                + "x\n"
                + "--b--");

    assertThat(mail.text()).isEqualTo("words");
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("signature.asc");
    assertThat(mail.remarks())
        .containsExactly("The mail is signed (OpenPGP); the signature was not checked.");
  }

  @Test
  void says_that_a_mail_is_encrypted() {
    IncomingMail pgp =
        parse(
            HEADER
                + "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";"
                + " boundary=b\n\n"
                + "--b\n"
                + "Content-Type: application/pgp-encrypted\n\n"
                + "Version: 1\n"
                + "--b\n"
                + "Content-Type: application/octet-stream; name=encrypted.asc\n\n"
                + "x\n"
                + "--b--");
    IncomingMail smime =
        parse(
            HEADER
                + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data;"
                + " name=smime.p7m\n\n"
                + "x");
    IncomingMail mixed =
        parse(MIXED + "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b--");
    IncomingMail file =
        parse(MIXED + "--b\nContent-Type: application/pgp-encrypted; name=x.pgp\n\nx\n--b--");
    IncomingMail unknown =
        parse(HEADER + "Content-Type: application/octet-stream; name=smime.p7m\n\nx");
    IncomingMail inline =
        parse(HEADER + "\n-----BEGIN PGP MESSAGE-----\nx\n-----END PGP MESSAGE-----");

    assertThat(pgp.remarks())
        .containsExactly("The mail is encrypted (OpenPGP) and cannot be read here.");
    assertThat(smime.remarks())
        .containsExactly("The mail is encrypted (S/MIME) and cannot be read here.");
    assertThat(mixed.remarks()).isEqualTo(pgp.remarks());
    assertThat(file.remarks()).isEmpty();
    assertThat(unknown.remarks()).isEqualTo(smime.remarks());
    assertThat(inline.remarks())
        .containsExactly("The mail is encrypted (OpenPGP) and cannot be read here.");
    assertThat(smime.withRemarks(smime.text()))
        .isEqualTo("[The mail is encrypted (S/MIME) and cannot be read here.]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
        "application/x-pkcs7-mime; name=smime.p7m",
        "application/octet-stream; name=smime.p7m"
      })
  void reads_the_mail_within_a_signature(String type) {
    IncomingMail mail = parse(signed(type, "Content-Type: text/plain\n\nsigned words"));

    assertThat(mail.text()).isEqualTo("signed words");
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("smime.p7m");
    assertThat(mail.remarks()).singleElement().asString().contains("signed (S/MIME)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/pkcs7-mime", "application/octet-stream"})
  void a_signed_document_is_a_file(String type) {
    IncomingMail mail = parse(signed(type + "; name=bill.xml.p7m", "<bill/>"));

    assertThat(mail.text()).isEmpty();
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("bill.xml.p7m");
    assertThat(mail.remarks()).isEmpty();
  }

  private static String signed(String type, String content) {
    byte[] inner = content.getBytes(StandardCharsets.UTF_8);
    String hex =
        "3080"
            + "06092a864886f70d010702"
            + "a080"
            + "3080"
            + "020101"
            + "3100"
            + "3080"
            + "06092a864886f70d010701"
            + "a080"
            + "2480"
            + "0405"
            + hex(inner, 0, 5)
            + "04"
            + "%02x".formatted(inner.length - 5)
            + hex(inner, 5, inner.length)
            + "0000";
    String code = Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(hex));
    return HEADER
        + "Content-Type: %s\nContent-Transfer-Encoding: base64\n\n%s".formatted(type, code);
  }

  private static String hex(byte[] bytes, int from, int to) {
    return HexFormat.of().formatHex(bytes, from, to);
  }

  @Test
  void says_what_an_invitation_is_about() {
    IncomingMail mail =
        parse(
            HEADER
                + "Content-Type: text/calendar; method=REQUEST\n\n"
                + "BEGIN:VCALENDAR\n"
                + "METHOD:REQUEST\n"
                + "BEGIN:VTIMEZONE\n"
                + "DTSTART:19700101T000000\n"
                + "END:VTIMEZONE\n"
                + "BEGIN:VEVENT\n"
                + "ORGANIZER;CN=\"Ana: Prado\":mailto:ana@b.example\n"
                + "DTSTART;TZID=Europe/Berlin:20261124T140000\n"
                + "DTEND;TZID=Europe/Berlin:20261124T150000\n"
                + "SUMMARY:About the pri\n"
                + " nter\n"
                + "LOCATION:Room 1\\, floor 2\n"
                + "DESCRIPTION:Bring\\n"
                + "ink\n"
                + "END:VEVENT\n"
                + "END:VCALENDAR\n");

    assertThat(mail.text())
        .isEqualTo(
            """
            About the printer
            Kind: invitation
            When: 2026-11-24 14:00 to 2026-11-24 15:00 (Europe/Berlin)
            Where: Room 1, floor 2
            Organiser: Ana: Prado <ana@b.example>

            Bring
            ink\
            """);
    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("attachment-1.ics");
  }

  @Test
  void says_that_the_words_are_those_of_the_mail_within() {
    IncomingMail mail =
        parse(MIXED + "--b\n\n \n--b\nContent-Type: message/rfc822\n\nSubject: i\n\nx\n--b--");

    assertThat(mail.text()).isEqualTo("x");
    assertThat(mail.remarks()).singleElement().asString().contains("the mail within");
  }

  @Test
  void says_that_a_mail_is_one_piece_of_several() {
    IncomingMail mail =
        parse(HEADER + "Content-Type: message/partial; number=1; total=2; id=x\n\nx");

    assertThat(mail.remarks()).singleElement().asString().contains("message/partial");
  }

  @Test
  void an_address_may_be_broken_over_two_lines_without_white_space() {
    IncomingMail mail =
        parse(
            "From: Ana <ana@\nb.example>\nTo: Bo <\nbo@x.example>, Eva <eva@\nx.example>\n"
                + "References: <1@x.example>, <2. \t \n3@x.example>\n\nwords");

    assertThat(mail.from()).hasToString("Optional[ana@b.example]");
    assertThat(mail.recipients()).hasToString("[bo@x.example, eva@x.example]");
    assertThat(mail.thread()).containsExactly("<2.3@x.example>", "<1@x.example>");
    assertThat(mail.text()).isEqualTo("words");
  }

  @Test
  void words_that_begin_with_an_address_are_no_header() {
    IncomingMail mail = parse("From: ana@b.example\nSubject: a < b\nhere> we are\n\nwords");

    assertThat(mail.subject()).isEqualTo("a < b");
    assertThat(mail.text()).isEqualTo("here> we are\n\nwords");
  }

  @Test
  void empty_lines_may_stand_before_all_that_a_header_says() {
    IncomingMail mail =
        parse(
            "Message-ID: <1@b.example>\nX-Gate: 7\n\n \n\nContent-Type: text/html;\n charset=utf-8\n"
                + "Subject: s\nFrom: Ana <ana@b.example>\n\n<p>words");

    assertThat(mail.fromName()).isEqualTo("Ana");
    assertThat(mail.subject()).isEqualTo("s");
    assertThat(mail.text()).isEqualTo("words");
  }

  @Test
  void a_header_that_somebody_quotes_is_words() {
    assertThat(parse("From: a@b.example\n\nFrom: Eva <e@x.example>\nDate: Mon\n\nx").text())
        .isEqualTo("From: Eva <e@x.example>\nDate: Mon\n\nx");
    assertThat(parse("X-Gate: 7\n\nSubject: none\nwords").text()).isEqualTo("Subject: none\nwords");
  }

  @Test
  void a_letter_may_be_folded_within_its_bytes() {
    byte[] raw =
        "From: ana@b.example\nSubject: Caf\u00c3\n \u00a9 und \u00e4\u00bd\n\t\u00a0\n\nx"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Fixture.parse(raw).subject()).isEqualTo("Café und 你");
  }

  @Test
  void an_encoding_may_be_stated_as_an_encoded_word() {
    IncomingMail mail =
        parse(HEADER + "Content-Transfer-Encoding: =?utf-8?Q?base64?=\n\n" + base64("words"));

    assertThat(mail.text()).isEqualTo("words");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
