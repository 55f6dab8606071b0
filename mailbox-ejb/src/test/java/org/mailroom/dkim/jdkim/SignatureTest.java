package org.mailroom.dkim.jdkim;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.mailroom.dkim.model.KeyName;
import org.mailroom.dkim.model.KeyPairs;
import org.mailroom.dkim.model.KeyRecord;

/** Verified by the other half of the library, with the record as it is shown to people. */
class SignatureTest {
  private static final KeyName NAME = new KeyName("xpto.example", "mailroom-202611");
  private static final String MESSAGE =
      """
      From: Service Desk <desk@xpto.example>
      To: ana@client.example
      Subject: Printer on fire
      Date: Thu, 26 Nov 2026 08:00:00 +0000
      Message-ID: <1@xpto.example>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8

      We are on our way.
      .
      ..two dots

      """
          .replace("\n", "\r\n");

  private final KeyPair pair = KeyPairs.next();

  @Test
  void a_receiver_verifies_it_with_the_record_that_was_shown() throws Exception {
    assertThat(verified(signed(MESSAGE))).containsExactly("xpto.example");
  }

  @Test
  void lines_are_short_enough_for_every_server() {
    assertThat(new String(header(MESSAGE), US_ASCII).lines())
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.length() <= 200)
        .first()
        .asString()
        .startsWith("DKIM-Signature:");
    assertThat(new String(header(MESSAGE), US_ASCII)).endsWith("\r\n");
  }

  @Test
  void a_changed_body_subject_or_sender_breaks_it() {
    for (String part : List.of("on our way", "Printer on fire", "desk@xpto.example")) {
      String forged = signed(MESSAGE).replace(part, part.toUpperCase(Locale.ROOT) + "!");
      assertThatThrownBy(() -> verified(forged)).isInstanceOf(FailException.class);
    }
  }

  @Test
  void a_second_sender_put_in_on_the_way_breaks_it() {
    String forged = signed(MESSAGE).replace("To: ana", "From: eve@evil.example\r\nTo: ana");

    assertThatThrownBy(() -> verified(forged)).isInstanceOf(FailException.class);
  }

  @Test
  void an_empty_body_and_headers_that_are_not_there_are_signed_too() throws Exception {
    String bare = "From: desk@xpto.example\r\nDate: Thu, 26 Nov 2026 08:00:00 +0000\r\n\r\n";

    assertThat(verified(signed(bare))).hasSize(1);
  }

  private String signed(String message) {
    return new String(header(message), US_ASCII) + message;
  }

  private byte[] header(String message) {
    return new Signature(NAME, pair.getPrivate())
        .header(message.getBytes(US_ASCII), Instant.parse("2026-11-25T08:00:00Z"));
  }

  private List<String> verified(String message) throws Exception {
    String record = new KeyRecord(KeyPairs.publicPart(pair)).text();
    DKIMVerifier verifier = new DKIMVerifier((method, selector, domain) -> List.of(record));
    return verifier.verify(new ByteArrayInputStream(message.getBytes(US_ASCII))).stream()
        .map(signature -> signature.getDToken().toString())
        .toList();
  }
}
