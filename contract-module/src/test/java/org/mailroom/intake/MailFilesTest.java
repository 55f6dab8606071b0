package org.mailroom.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.attachment.clamd.ScriptedClamd;
import org.mailroom.contract.ContractFixture;
import org.mailroom.contract.ContractView;
import org.mailroom.contract.FileLimits;
import org.mailroom.contract.WhenFileRefused;
import org.mailroom.inbound.IncomingMail;
import org.mailroom.inbound.NotNow;
import org.mailroom.inbound.Outcome;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.request.RequestFixture;

class MailFilesTest {
  private static final byte[] TEXT = "It burns.".getBytes(UTF_8);

  private MailFiles.Taken taken;

  @Test
  void what_the_contract_does_not_take_is_left_out_with_a_note() {
    Outcome outcome = with("", WhenFileRefused.LEAVE_OUT, mail("a.txt", TEXT, "b.js", TEXT));

    assertThat(outcome.state()).isEqualTo(ReceivedState.OPENED);
    assertThat(taken.files()).extracting("name").containsExactly("a.txt");
    assertThat(taken.note().orElseThrow()).startsWith("Left out").contains("b.js");
  }

  @Test
  void or_its_mail_is_quarantined() {
    Outcome outcome = with("", WhenFileRefused.QUARANTINE, mail("a.txt", TEXT, "b.js", TEXT));

    assertThat(outcome.state()).isEqualTo(ReceivedState.QUARANTINED);
    assertThat(outcome.reason()).contains("b.js");
    assertThat(taken).isNull();
  }

  @Test
  void a_mail_with_a_virus_is_quarantined_by_the_name_of_the_virus() throws IOException {
    try (ScriptedClamd clamd = new ScriptedClamd(1000)) {
      byte[] virus = "VIRUS".getBytes(UTF_8);

      Outcome outcome =
          with(clamd.where(), WhenFileRefused.LEAVE_OUT, mail("a.txt", TEXT, "b.doc", virus));

      assertThat(outcome)
          .isEqualTo(Outcome.quarantined("b.doc: it carries the virus Test.Virus-1."));
      assertThat(taken).isNull();
    }
  }

  @Test
  void a_clean_mail_passes_the_scanner() throws IOException {
    try (ScriptedClamd clamd = new ScriptedClamd(1000)) {
      Outcome outcome =
          with(clamd.where(), WhenFileRefused.LEAVE_OUT, mail("a.txt", TEXT, "b.txt", TEXT));

      assertThat(outcome.state()).isEqualTo(ReceivedState.OPENED);
      assertThat(taken.files()).hasSize(2);
    }
  }

  @Test
  void while_the_scanner_is_away_the_mail_waits() {
    assertThatThrownBy(
            () -> with("/no/such/socket", WhenFileRefused.LEAVE_OUT, mail("a", TEXT, "b", TEXT)))
        .isInstanceOf(NotNow.class)
        .hasMessageContaining("/no/such/socket");
  }

  private Outcome with(String clamd, WhenFileRefused when, IncomingMail mail) {
    MailFiles files = new MailFiles();
    files.screen = RequestFixture.screen(clamd);
    ContractView contract =
        ContractFixture.taking(new FileLimits(100, 100, "", "executables", when));
    return files.with(
        mail,
        contract,
        found -> {
          taken = found;
          return Outcome.opened("1", "A new mail.");
        });
  }

  private static IncomingMail mail(String name, byte[] content, String other, byte[] more) {
    IncomingMail mail = MailFixture.mail().build();
    return new IncomingMail(
        mail.id(),
        mail.mailbox(),
        mail.receivedAt(),
        mail.from(),
        mail.fromName(),
        mail.recipients(),
        mail.subject(),
        mail.text(),
        mail.html(),
        mail.messageId(),
        mail.thread(),
        Optional.empty(),
        List.of(
            new IncomingMail.Attachment(name, "text/plain", content, ""),
            new IncomingMail.Attachment(other, "text/plain", more, "")),
        List.of());
  }
}
