package org.mailroom.request.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailDocumentTest {
  private static final String REMOTE =
      "<p>Hi<img data-remote-src=\"https://spy.example/p.gif\"></p>";

  @Test
  void images_of_the_mail_are_inside_it_and_unknown_ones_are_gone() {
    MailDocument document = new MailDocument("<img src=\"cid:a%2Bb@x\"><img src=\"cid:other\">");

    document.ownImages(
        id -> id.equals("a+b@x") ? Optional.of("data:image/png;base64,AA==") : Optional.empty());

    assertThat(document.text())
        .contains("src=\"data:image/png;base64,AA==\"")
        .doesNotContain("cid:");
  }

  @Test
  void remote_images_are_fetched_only_when_they_are_wanted() {
    assertThat(new MailDocument(REMOTE).text()).doesNotContain(" src=");

    MailDocument wanted = new MailDocument(REMOTE);
    wanted.remoteImages();

    assertThat(wanted.text()).contains(" src=\"https://spy.example/p.gif\"");
  }

  @Test
  void links_open_elsewhere_and_tell_nothing() {
    assertThat(new MailDocument("<a href=\"https://x.example/\">x</a>").text())
        .contains("target=\"_blank\"")
        .contains("rel=\"noopener noreferrer\"");
  }
}
