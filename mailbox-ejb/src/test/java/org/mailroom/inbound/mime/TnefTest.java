package org.mailroom.inbound.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.inbound.mime.Fixture.parse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.IncomingMail.Attachment;

class TnefTest {
  private static final byte[] CONTENT = "a report".getBytes(StandardCharsets.UTF_8);

  @Test
  void takes_the_files_out() {
    IncomingMail mail =
        parse(
            new TnefFixture()
                .file("yearly report.pdf", CONTENT)
                .file("b c.txt", CONTENT)
                .mail("words"));

    assertThat(mail.text()).isEqualTo("words");
    assertThat(mail.attachments())
        .extracting(Attachment::name)
        .containsExactly("yearly report.pdf", "b c.txt");
    assertThat(mail.attachments().get(0).contentType()).isEqualTo("application/pdf");
    assertThat(mail.attachments().get(0).content()).isEqualTo(CONTENT);
    assertThat(mail.remarks()).isEmpty();
  }

  @Test
  void reads_the_words_inside_only_where_there_are_no_others() {
    assertThat(parse(new TnefFixture().body("inner").mail("outer")).text()).isEqualTo("outer");
    assertThat(parse(new TnefFixture().body("inner").mail("")).text()).isEqualTo("inner");
  }

  @Test
  void keeps_what_is_broken_as_it_is_and_says_so() {
    IncomingMail mail = parse(new TnefFixture().claiming(Integer.MAX_VALUE).mail("words"));

    assertThat(mail.attachments()).extracting(Attachment::name).containsExactly("winmail.dat");
    assertThat(mail.remarks()).singleElement().asString().contains("broken");
  }

  @Test
  void obeys_the_limits() {
    TnefFixture many = new TnefFixture();
    for (int i = 0; i < 60; i++) {
      many.file("file " + i, CONTENT);
    }
    String mail = many.mail("words");

    assertThatThrownBy(() -> parse(mail)).isInstanceOf(UnacceptableMail.class);
  }
}
