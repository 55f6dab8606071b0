package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.failure.Problem;
import org.mailroom.inbound.LocalMailServer;

class ConnectionChecksTest {
  @TempDir Path directory;

  private final GreenMail server = new GreenMail(LocalMailServer.setup("imap"));
  private Installation here;

  @BeforeEach
  void start() {
    server.start();
    server.setUser("support@xpto.example", "support@xpto.example", "geheim-1");
    here = new Installation(directory);
  }

  @AfterEach
  void stop() {
    here.close();
    server.stop();
  }

  @Test
  void settings_that_were_checked_first_are_saved_as_checked() {
    assertThat(check(box(), Optional.empty()).ok()).isTrue();

    assertThat(register(box()).checked()).isTrue();
    assertThat(register(box().name("other password").password("x")).checked()).isFalse();
    assertThat(here.audited)
        .contains("mailbox.checked 127.0.0.1:" + server.getImap().getPort() + " passed");
  }

  @Test
  void a_check_of_a_stored_mailbox_uses_its_password_and_is_remembered() {
    MailboxView stored = register(box());
    assertThat(stored.checked()).isFalse();

    CheckReport report = check(box().name(null).password(null), Optional.of(stored.id()));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(get(stored.id()).checked()).isTrue();
    assertThat(get(stored.id()).version()).isEqualTo(stored.version());
  }

  @Test
  void a_check_of_other_settings_says_nothing_about_the_stored_ones() {
    MailboxView stored = register(box().folder("Gone"));

    assertThat(check(box().password(null), Optional.of(stored.id())).ok()).isTrue();

    assertThat(get(stored.id()).checked()).isFalse();
  }

  @Test
  void a_change_of_the_connection_is_unchecked_again_and_a_new_name_is_not() {
    check(box(), Optional.empty());
    MailboxId id = register(box()).id();

    assertThat(change(id, box().name("renamed")).checked()).isTrue();
    assertThat(change(id, box().folder("Other")).checked()).isFalse();
    assertThat(change(id, box()).checked()).isTrue();
  }

  @Test
  void the_stored_password_is_never_tried_elsewhere() {
    MailboxView stored = register(box().server("imap.xpto.example"));

    InvalidMailbox refused =
        catchThrowableOfType(
            InvalidMailbox.class, () -> check(box().password(null), Optional.of(stored.id())));

    assertThat(refused.problems()).extracting(Problem::code).containsExactly("PASSWORD_AGAIN");
    assertThat(refused.problems()).extracting(Problem::field).containsExactly("password");
  }

  @Test
  void settings_that_make_no_sense_are_not_tried() {
    assertThatThrownBy(() -> check(Drafts.input().server("imap://x"), Optional.empty()))
        .isInstanceOf(InvalidMailbox.class);
    assertThat(here.audited).isEmpty();
  }

  @Test
  void a_private_server_is_told_in_the_report() {
    CheckReport report = check(Drafts.input().server("10.0.0.1"), Optional.empty());

    assertThat(report.ok()).isFalse();
    assertThat(report.steps()).hasSize(1);
    assertThat(report.steps().get(0).cause()).contains("private address");
  }

  @Test
  void after_thirty_checks_in_a_minute_the_next_is_refused() {
    for (int i = 0; i < 30; i++) {
      check(Drafts.input().server("10.0.0.1"), Optional.empty());
    }

    assertThatThrownBy(() -> check(Drafts.input().server("10.0.0.1"), Optional.empty()))
        .isInstanceOf(CheckRefused.class);
  }

  private Drafts box() {
    return Drafts.input()
        .server("127.0.0.1")
        .security(Security.NONE)
        .port(server.getImap().getPort());
  }

  private CheckReport check(Drafts drafts, Optional<MailboxId> stored) {
    return here.call(mailboxes -> mailboxes.check(drafts.draft(), stored));
  }

  private MailboxView register(Drafts drafts) {
    return here.call(mailboxes -> mailboxes.register(drafts.draft()));
  }

  private MailboxView change(MailboxId id, Drafts drafts) {
    return here.call(mailboxes -> mailboxes.change(id, drafts.draft(), Optional.empty()));
  }

  private MailboxView get(MailboxId id) {
    return here.call(mailboxes -> mailboxes.get(id));
  }
}
