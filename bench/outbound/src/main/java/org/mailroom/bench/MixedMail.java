package org.mailroom.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * Mail as a desk gets it: 60 % of 2 to 8 KB, 25 % of 8 to 40 KB, 12 % of 40 to 200 KB and 3 % of 0.5
 * to 2 MB; what is larger than a letter comes as files. Each from another sender, as answers to one
 * are limited. The same seed makes the same mail.
 */
final class MixedMail {
  private static final int[][] KINDS = {
    {60, 2 << 10, 8 << 10}, {85, 8 << 10, 40 << 10}, {97, 40 << 10, 200 << 10}, {100, 512 << 10, 2 << 20}
  };
  private static final int LETTER = 8 << 10;
  private static final int MOST_FILES = 3;
  private static final String LINE = "The printer on the second floor is on fire again, please come.\r\n";
  private static final Base64.Encoder BASE64 = Base64.getMimeEncoder();

  private final Random random;
  private int count;

  MixedMail(long seed) {
    random = new Random(seed);
  }

  byte[] next() {
    int chance = random.nextInt(100);
    for (int[] kind : KINDS) {
      if (chance < kind[0]) {
        return mail(kind[1] + random.nextInt(kind[2] - kind[1]));
      }
    }
    throw new IllegalStateException("Kinds of mail must make up 100 %");
  }

  /** A mail of about so many bytes; one larger than a letter has files. */
  byte[] mail(int bytes) {
    count++;
    return bytes <= LETTER ? letter(bytes) : withFiles(bytes);
  }

  private byte[] letter(int bytes) {
    return ascii(head("Content-Type: text/plain; charset=UTF-8\r\n") + text(bytes));
  }

  private String head(String type) {
    return """
        Return-Path: <c%1$d@client.example>
        Received: from mx.client.example by mx.desk.example; Thu, 26 Nov 2026 12:00:00 +0000
        Date: Thu, 26 Nov 2026 12:00:00 +0000
        From: Client %1$d <c%1$d@client.example>
        To: desk@desk.example
        Subject: Printer %1$d
        Message-ID: <%1$d.%2$s@client.example>
        MIME-Version: 1.0
        """
            .formatted(count, Long.toHexString(random.nextLong()))
            .replace("\n", "\r\n")
        + type
        + "\r\n";
  }

  private static String text(int bytes) {
    return LINE.repeat(Math.max(1, (bytes - 500) / LINE.length()));
  }

  private byte[] withFiles(int bytes) {
    int files = 1 + random.nextInt(MOST_FILES);
    ByteArrayOutputStream mail = new ByteArrayOutputStream(bytes + LETTER);
    mail.writeBytes(ascii(head("Content-Type: multipart/mixed; boundary=\"=-bench\"\r\n")));
    mail.writeBytes(ascii("--=-bench\r\nContent-Type: text/plain\r\n\r\n" + text(LETTER / 4)));
    for (int i = 0; i < files; i++) {
      mail.writeBytes(
          ascii(
              """
              \r
              --=-bench\r
              Content-Type: application/octet-stream; name="file%1$d.bin"\r
              Content-Disposition: attachment; filename="file%1$d.bin"\r
              Content-Transfer-Encoding: base64\r
              \r
              """
                  .formatted(i)));
      byte[] content = new byte[(bytes - LETTER / 4) / 78 * 57 / files];
      random.nextBytes(content);
      mail.writeBytes(BASE64.encode(content));
    }
    mail.writeBytes(ascii("\r\n--=-bench--\r\n"));
    return mail.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
