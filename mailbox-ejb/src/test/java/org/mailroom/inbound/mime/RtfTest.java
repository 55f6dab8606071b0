package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.environment.ProcessorTime;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.IncomingMail.Attachment;

class RtfTest {
  private static final String FROM_HTML =
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\n"
          + "{\\*\\generator Desk;}{\\*\\htmltag64 <html><body>}\\htmlrtf {\\f0 \\htmlrtf0 "
          + "{\\*\\htmltag84 <p>}\\htmlrtf \\par\\plain \\htmlrtf0 It "
          + "{\\*\\htmltag84 <b>}\\htmlrtf {\\b \\htmlrtf0 burns{\\*\\htmltag92 </b>}"
          + "\\htmlrtf }\\htmlrtf0 {\\*\\htmltag84 &nbsp;}at J\\'e9s\\u250\\'fas\n"
          + "{\\*\\htmltag92 </p>}{\\*\\mhtmltag84 <img>}{\\*\\htmltag56 </body></html>}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\\rtf1\\ansi Hello\\par it burns.} | Hello / it burns.",
        "{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red0;}{\\*\\generator X;}\\f0 Hi{\\b  all}} | Hi all",
        "{\\rtf1\\ansicpg1251 \\'cf\\'f0\\'e8} | При",
        "{\\rtf1{\\fonttbl{\\f1\\fcharset204 A;}{\\f2\\fcharset128 B;}}\\f1 \\'cf{\\f2 \\'93\\'fa}} | П日",
        "{\\rtf1\\uc1 5 \\u8364 ?\\u-10179 ?\\u-8704 ? end} | 5 €😀 end",
        "{\\rtf1\\uc2 \\u8364 \\'80\\'80x} | €x",
        "{\\rtf1 \\{a\\}\\~b\\\\c\\_d} | {a} b\\c-d",
        "{\\rtf1 a\\tab b\\line c\\emdash d} | a b / c—d",
        "{\\rtf1 a{\\pict\\bin3 }}}}b} | ab",
        "{\\rtf1 a{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}} | alink",
        "{\\rtf1 cut {\\b off | cut off",
        "no document | ''"
      })
  void says_what_a_document_says(String rtf, String words) {
    Body body = Rtf.read(rtf.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(body.text().replace("\n", " / ").replace('\t', ' ')).isEqualTo(words);
  }

  @Test
  void gives_back_the_html_that_outlook_wrapped() {
    assertThat(Rtf.read(FROM_HTML.getBytes(StandardCharsets.ISO_8859_1)).html())
        .isEqualTo("<html><body><p>It <b>burns</b>&nbsp;at Jésús</p></body></html>");
  }

  @Test
  void is_read_where_a_mail_says_nothing_else() {
    IncomingMail only =
        Fixture.parse("Subject: s\nContent-Type: text/rtf\n\n{\\rtf1 It burns.\\par}");
    IncomingMail beside =
        Fixture.parse(
            "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nwords\n--b\n"
                + "Content-Type: text/rtf\n\n{\\rtf1 It burns.}\n--b--");

    assertThat(only.text()).isEqualTo("It burns.");
    assertThat(only.attachments()).extracting(Attachment::name).containsExactly("attachment-1.rtf");
    assertThat(beside.text()).isEqualTo("words");
  }

  @Test
  void is_read_where_outlook_packed_nothing_else() {
    IncomingMail mail = Fixture.parse(new TnefFixture().richText(FROM_HTML).mail(""));

    assertThat(mail.html()).contains("<b>burns</b>");
    assertThat(mail.text()).startsWith("It burns at");
    assertThat(mail.attachments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "}", "\\", "\\f1", "{\\f1\\fcharset128 ", "\\u1 ", "\\bin9 ", "\\'"})
  void a_document_made_to_take_long_does_not(String piece) throws Exception {
    byte[] rtf =
        ("{\\rtf1" + piece.repeat(4_000_000 / piece.length())).getBytes(StandardCharsets.US_ASCII);

    ProcessorTime.assertWithin(Duration.ofSeconds(2), () -> Rtf.read(rtf));
  }
}
