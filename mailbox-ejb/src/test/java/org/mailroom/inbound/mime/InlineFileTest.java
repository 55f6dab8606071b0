package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.IncomingMail.Attachment;

/** Files as they came before MIME, from Usenet and from old Macs. */
class InlineFileTest {
  private static final byte[] CONTENT = {
    'a', '=', 0, '\n', 19, 'b', 'b', 'b', 'b', (byte) 0x90, 'c'
  };
  private static final String SIX_BITS =
      "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";

  @Test
  void takes_a_file_of_yenc_out_of_the_words() {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(ascii("Subject: s\n\nSee:\n=ybegin line=128 size=11 name=a report.bin\n"));
    for (byte b : CONTENT) {
      int moved = (b + 42) & 0xff;
      boolean critical = moved == 0 || moved == '\n' || moved == '\r' || moved == '=';
      mail.writeBytes(critical ? new byte[] {'=', (byte) (moved + 64)} : new byte[] {(byte) moved});
    }
    mail.writeBytes(ascii("\n=yend size=11\nBye"));

    IncomingMail parsed = Fixture.parse(mail.toByteArray());

    assertThat(parsed.text()).isEqualTo("See:\nBye");
    assertThat(parsed.attachments()).singleElement().satisfies(InlineFileTest::isTheReport);
  }

  @Test
  void takes_a_file_of_binhex_out_of_the_words() {
    IncomingMail mail = Fixture.parse("Subject: s\n\nSee:\n" + binHex() + "\nBye");

    assertThat(mail.text()).isEqualTo("See:\nBye");
    assertThat(mail.attachments()).singleElement().satisfies(InlineFileTest::isTheReport);
  }

  @Test
  void unpacks_a_part_of_binhex() {
    IncomingMail mail =
        Fixture.parse(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\n"
                + "Content-Type: application/mac-binhex40; name=x.hqx\n\n"
                + binHex()
                + "\n--b--");

    assertThat(mail.attachments()).singleElement().satisfies(InlineFileTest::isTheReport);
  }

  @Test
  void unpacks_apple_single() {
    ByteBuffer file = ByteBuffer.allocate(26 + 24 + 12 + CONTENT.length);
    file.putInt(0x00051600).putInt(0x00020000).position(24).putShort((short) 2);
    file.putInt(3).putInt(50).putInt(12).putInt(1).putInt(62).putInt(CONTENT.length);
    file.put(ascii("a report.bin")).put(CONTENT);

    IncomingMail mail =
        Fixture.parse(
            "Content-Type: application/applefile\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(file.array()));

    assertThat(mail.attachments()).singleElement().satisfies(InlineFileTest::isTheReport);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=ybegin is how it begins",
        "(This file must be converted with BinHex 4.0)",
        "(This file must be converted with BinHex 4.0)\n:see: that",
        "begin with this"
      })
  void leaves_words_about_such_files_alone(String words) {
    IncomingMail mail = Fixture.parse("Subject: s\n\n" + words);

    assertThat(mail.text()).isEqualTo(words);
    assertThat(mail.attachments()).isEmpty();
  }

  private static void isTheReport(Attachment file) {
    assertThat(file.name()).isEqualTo("a report.bin");
    assertThat(file.content()).isEqualTo(CONTENT);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String binHex() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(12);
    file.writeBytes(ascii("a report.bin\0BINAdesk"));
    file.writeBytes(new byte[] {0, 0, 0, 0, 0, (byte) CONTENT.length, 0, 0, 0, 0, 7, 7});
    file.writeBytes(CONTENT);
    file.writeBytes(new byte[] {7, 7, 7, 7});
    return "(This file must be converted with BinHex 4.0)\n\n:"
        + sixBits(runs(file.toByteArray()))
        + ":";
  }

  private static byte[] runs(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return ascii(text.replace("\u0090", "\u0090\0").replace("bbbb", "b\u0090\4"));
  }

  private static String sixBits(byte[] bytes) {
    StringBuilder code = new StringBuilder();
    StringBuilder bits = new StringBuilder();
    for (byte b : bytes) {
      bits.append(Integer.toBinaryString(0x100 | (b & 0xff)).substring(1));
    }
    bits.append("0".repeat((6 - bits.length() % 6) % 6));
    for (int at = 0; at < bits.length(); at += 6) {
      code.append(SIX_BITS.charAt(Integer.parseInt(bits.substring(at, at + 6), 2)));
      code.append(at % 384 == 378 ? "\n" : "");
    }
    return code.toString();
  }
}
