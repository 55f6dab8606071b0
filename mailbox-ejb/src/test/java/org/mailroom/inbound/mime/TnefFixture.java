package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Packs files as Outlook does (MS-OXTNEF), record by record. */
final class TnefFixture {
  private static final int RENDERING = 0x00069002;
  private static final int TITLE = 0x00018010;
  private static final int DATA = 0x0006800f;
  private static final int PROPERTIES = 0x00069003;

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();

  TnefFixture() {
    records.writeBytes(number(4, 0x223e9f78));
    records.writeBytes(number(2, 1));
  }

  TnefFixture body(String words) {
    return record(1, PROPERTIES, properties(property(0x1000001e, words)));
  }

  /** Not pressed, which the format allows as well (MS-OXRTFCP 2.1.3.1). */
  TnefFixture richText(String rtf) {
    byte[] document = rtf.getBytes(StandardCharsets.ISO_8859_1);
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    value.writeBytes(number(4, document.length + 12));
    value.writeBytes(number(4, document.length));
    value.writeBytes(number(4, 0x414c454d));
    value.writeBytes(number(4, 0));
    value.writeBytes(document);
    return record(1, PROPERTIES, properties(property(0x10090102, value.toByteArray())));
  }

  TnefFixture file(String name, byte[] content) {
    record(2, RENDERING, new byte[14]);
    record(2, TITLE, (name.substring(0, 3) + '\0').getBytes(StandardCharsets.US_ASCII));
    return record(2, DATA, content).record(2, 0x00069005, properties(property(0x3707001e, name)));
  }

  /** A record that says it has more bytes than there are. */
  TnefFixture claiming(int length) {
    records.write(2);
    records.writeBytes(number(4, DATA));
    records.writeBytes(number(4, length));
    return this;
  }

  private TnefFixture record(int level, int attribute, byte[] data) {
    int checksum = 0;
    for (byte b : data) {
      checksum += b & 0xff;
    }
    records.write(level);
    records.writeBytes(number(4, attribute));
    records.writeBytes(number(4, data.length));
    records.writeBytes(data);
    records.writeBytes(number(2, checksum));
    return this;
  }

  private static byte[] properties(byte[] one) {
    return ByteBuffer.allocate(one.length + 4).put(number(4, 1)).put(one).array();
  }

  private static byte[] property(int tag, String text) {
    return property(tag, (text + '\0').getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] property(int tag, byte[] value) {
    return ByteBuffer.allocate(12 + (value.length + 3) / 4 * 4)
        .put(number(4, tag))
        .put(number(4, 1))
        .put(number(4, value.length))
        .put(value)
        .array();
  }

  private static byte[] number(int width, int value) {
    byte[] all = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    return Arrays.copyOf(all, width);
  }

  String mail(String words) {
    return "Subject: s\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n%s\n--b\n"
            .formatted(words)
        + "Content-Type: application/ms-tnef; name=winmail.dat\n"
        + "Content-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(records.toByteArray())
        + "\n--b--";
  }
}
