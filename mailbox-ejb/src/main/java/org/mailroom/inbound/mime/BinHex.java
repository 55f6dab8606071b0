package org.mailroom.inbound.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of an old Mac as BinHex 4.0 (RFC 1741): six bits a character, runs of a byte shortened,
 * and before the content its name and sizes. What is of use to a Mac alone is left out.
 */
final class BinHex {
  static final String MARK = "(This file must be converted with BinHex";
  private static final String ALPHABET =
      "!\"#$%&'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr";
  private static final Charset MAC = Charset.forName("x-MacRoman");
  private static final int RUN = 0x90;
  private static final int MAX_NAME = 63;

  // version, type, creator and flags stand between the name and the size
  private static final int BEFORE_SIZE = 11;
  private static final int AFTER_SIZE = 6;
  private static final int MAX_BYTES = 21 << 20;

  private final ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
  private int last;
  private boolean run;

  private BinHex() {}

  /** Empty if no such file stands there. */
  static Optional<InlineFile> at(Slice body, int begin) {
    int from = find(body, body.nextLine(begin)) + 1;
    int to = from == 0 ? -1 : find(body, from);
    if (to < 0) {
      return Optional.empty();
    }
    return file(new BinHex().unpacked(body.part(from, to)), begin, body.nextLine(to));
  }

  private static int find(Slice body, int from) {
    for (int at = from; at < body.to(); at++) {
      if (body.bytes()[at] == ':') {
        return at;
      }
    }
    return -1;
  }

  private byte[] unpacked(Slice code) {
    int bits = 0;
    int count = 0;
    for (int at = code.from(); at < code.to() && unpacked.size() < MAX_BYTES; at++) {
      int value = ALPHABET.indexOf(code.bytes()[at]);
      if (value >= 0) {
        bits = bits << 6 | value;
        count += 6;
      }
      if (count >= 8) {
        count -= 8;
        octet(bits >> count & 0xff);
      }
    }
    return unpacked.toByteArray();
  }

  /** 0x90 and a number repeat the byte before; 0x90 and zero are the byte itself. */
  private void octet(int octet) {
    if (run) {
      repeat(octet);
    } else if (octet != RUN) {
      write(octet);
    }
    run = !run && octet == RUN;
  }

  private void repeat(int times) {
    if (times == 0) {
      write(RUN);
    }
    for (int i = 1; i < times; i++) {
      write(last);
    }
  }

  private void write(int octet) {
    unpacked.write(octet);
    last = octet;
  }

  private static Optional<InlineFile> file(byte[] bytes, int begin, int end) {
    int name = bytes.length == 0 ? 0 : bytes[0];
    int size = 1 + name + BEFORE_SIZE;
    int content = size + 4 + AFTER_SIZE;
    if (name <= 0 || name > MAX_NAME || content > bytes.length) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(bytes).getInt(size);
    return length < 0 || length > bytes.length - content
        ? Optional.empty()
        : Optional.of(
            new InlineFile(
                new String(bytes, 1, name, MAC),
                Arrays.copyOfRange(bytes, content, content + length),
                begin,
                end));
  }
}
