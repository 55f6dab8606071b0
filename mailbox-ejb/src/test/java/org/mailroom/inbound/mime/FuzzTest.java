package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.IncomingMail;

/** Samples, spoilt at random but the same way each time: each is read or refused, none fails. */
class FuzzTest {
  private static final int CASES = 4_000;
  private static final byte[][] GRAFTS =
      Stream.of(
              "\n",
              "\r",
              "\r\n\r\n",
              "\0",
              "=?",
              "?=",
              "\"",
              "(",
              "<",
              ";",
              "--",
              "\u001b$B",
              "+",
              "%")
          .map(text -> text.getBytes(StandardCharsets.UTF_8))
          .toArray(byte[][]::new);

  private final Random random = new Random(20_261_126);

  @Test
  void every_spoilt_mail_is_read_or_refused() {
    List<byte[]> samples = samples();
    for (int i = 0; i < CASES; i++) {
      byte[] mail = spoilt(samples.get(i % samples.size()));
      try {
        assertThat(HeaderReader.read(mail).fingerprint()).hasSize(64);
        IncomingMail read = Fixture.parse(mail);
        assertThat(read.subject()).doesNotContain("\n", "\0");
        assertThat(read.text()).doesNotContain("\0");
      } catch (UnacceptableMail refused) {
        assertThat(refused).hasMessageContaining("The ");
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError(
            "case " + i + ": " + new String(mail, StandardCharsets.ISO_8859_1), e);
      }
    }
  }

  private static List<byte[]> samples() {
    Stream<byte[]> files =
        Stream.of(
                "nested",
                "rfc2231",
                "iso-2022-jp",
                "gb18030",
                "abused-words",
                "alternative",
                "calendar",
                "winmail",
                "garbage-headers",
                "html-only")
            .map(Fixture::raw);
    Stream<byte[]> written =
        StructureSamplesTest.mails()
            .map(sample -> ((String) sample.get()[1]).getBytes(StandardCharsets.UTF_8));
    byte[] packed =
        new TnefFixture()
            .body("words")
            .file("a b.txt", new byte[9])
            .mail("")
            .getBytes(StandardCharsets.UTF_8);
    return Stream.concat(Stream.concat(files, written), Stream.of(packed)).toList();
  }

  private byte[] spoilt(byte[] sample) {
    byte[] mail = sample.clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      mail =
          switch (random.nextInt(4)) {
            case 0 -> with(mail, GRAFTS[random.nextInt(GRAFTS.length)]);
            case 1 ->
                with(
                    mail,
                    mail.length < 20_000
                        ? Arrays.copyOf(mail, random.nextInt(mail.length + 1))
                        : new byte[1]);
            case 2 -> Arrays.copyOfRange(mail, 0, random.nextInt(mail.length + 1));
            default -> flipped(mail);
          };
    }
    return mail;
  }

  private byte[] with(byte[] mail, byte[] graft) {
    int at = random.nextInt(mail.length + 1);
    byte[] grown = new byte[mail.length + graft.length];
    System.arraycopy(mail, 0, grown, 0, at);
    System.arraycopy(graft, 0, grown, at, graft.length);
    System.arraycopy(mail, at, grown, at + graft.length, mail.length - at);
    return grown;
  }

  private byte[] flipped(byte[] mail) {
    byte[] flipped = mail.clone();
    for (int i = random.nextInt(20); i > 0 && mail.length > 0; i--) {
      flipped[random.nextInt(mail.length)] = (byte) random.nextInt(256);
    }
    return flipped;
  }
}
