package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Session;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.inbound.LocalMailServer;

/** Output mailboxes that name a Mail Session of the server. */
class ContainerSessionTest {
  private static final String NAME = "mail/xpto";

  @TempDir Path directory;

  private final GreenMail server = new GreenMail(LocalMailServer.setup("smtp"));
  private Installation here;

  @BeforeEach
  void start() {
    server.start();
    server.setUser("desk@xpto.example", "desk", "geheim");
    here = new Installation(directory);
  }

  @AfterEach
  void stop() {
    here.close();
    server.stop();
  }

  @Test
  void keeps_nothing_of_a_connection_and_shows_where_the_session_leads() {
    define("geheim");

    MailboxView view = register();

    assertThat(view.mailSession()).isEqualTo(NAME);
    assertThat(view.hasPassword()).isFalse();
    assertThat(view.destination()).isEqualTo("localhost:" + server.getSmtp().getPort());
    assertThat(view.user()).isEqualTo("desk");
    assertThat(view.security()).isEqualTo(Security.NONE);
    here.names.clear();
    MailboxView later = here.call(mailboxes -> mailboxes.get(view.id()));
    assertThat(later)
        .extracting(MailboxView::destination, MailboxView::server, MailboxView::user)
        .containsExactly(NAME, null, null);
  }

  @Test
  void a_session_that_is_not_there_is_told_by_the_check_and_not_when_saving() {
    MailboxView view = register();

    CheckReport report = check(view);

    assertThat(report.ok()).isFalse();
    assertThat(report.steps())
        .extracting(CheckReport.Step::name, CheckReport.Step::cause)
        .containsExactly(tuple("session", "This server has no Mail Session named \"mail/xpto\"."));
    assertThat(here.audited).contains("mailbox.checked mail/xpto failed at session");
  }

  @Test
  void the_check_goes_the_same_steps_after_the_look_up() {
    define("geheim");
    MailboxView view = register();

    CheckReport report = check(view);

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(report.steps())
        .extracting(CheckReport.Step::name)
        .containsExactly(
            "session", "address", "connect", "greeting", "capabilities", "login", "sender", "dkim");
    assertThat(report.steps().get(0).cause())
        .contains("leads to localhost:")
        .contains("the allowed hosts do not apply");
    assertThat(here.call(mailboxes -> mailboxes.get(view.id())).checked()).isTrue();
  }

  @Test
  void a_wrong_password_of_the_session_is_told() {
    define("wrong");

    CheckReport report = check(register());

    assertThat(report.steps()).last().extracting(CheckReport.Step::name).isEqualTo("login");
    assertThat(report.toString()).doesNotContain("wrong");
  }

  @Test
  void a_mailbox_may_change_to_a_session_and_forgets_its_password() {
    MailboxView own = here.call(mailboxes -> mailboxes.register(Drafts.output().draft()));

    MailboxView bySession =
        here.call(
            mailboxes ->
                mailboxes.change(
                    own.id(), Drafts.output().mailSession(NAME).draft(), Optional.empty()));

    assertThat(bySession.hasPassword()).isFalse();
    assertThat(bySession.server()).isNull();
    assertThat(here.audited).last().asString().contains("mailSession").contains("password");
  }

  private MailboxView register() {
    return here.call(mailboxes -> mailboxes.register(bySession()));
  }

  private static MailboxDraft bySession() {
    return Drafts.output().server(null).user(null).password(null).mailSession(NAME).draft();
  }

  private CheckReport check(MailboxView stored) {
    return here.call(mailboxes -> mailboxes.check(bySession(), Optional.of(stored.id())));
  }

  // "localhost" is not among the hosts that this installation allows mailboxes to name
  private void define(String password) {
    Properties said = new Properties();
    said.setProperty("mail.smtp.host", "localhost");
    said.setProperty("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
    said.setProperty("mail.user", "desk");
    said.setProperty("mail.password", password);
    here.names.put(NAME, Session.getInstance(said));
  }
}
