package org.mailroom.mailbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbound.LocalMailServer;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.ServerAction;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

/** Against a real mail server of this machine. */
class ConnectionCheckTest {
  private final GreenMail server =
      new GreenMail(
          Stream.of("imap", "imaps", "pop3", "pop3s", "smtp", "smtps")
              .map(LocalMailServer::setup)
              .toArray(ServerSetup[]::new));

  @BeforeEach
  void start() throws Exception {
    server.start();
    GreenMailUser user = server.setUser(Accounts.USER, Accounts.USER, Accounts.PASSWORD);
    server.getManagers().getImapHostManager().createMailbox(user, "Support");
    GreenMailUtil.sendTextEmail(
        Accounts.USER, "ana@customer.example", "Hello", "World", server.getSmtp().getServerSetup());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void imap_is_tried_up_to_the_folder() {
    CheckReport report = check(Accounts.imap(Security.NONE, server.getImap().getPort()));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(report.steps())
        .extracting(Step::name)
        .containsExactly("address", "connect", "greeting", "capabilities", "login", "folder");
    assertThat(cause(report, "folder")).isEqualTo("INBOX holds 1 messages.");
    assertThat(report.steps()).extracting(Step::hint).containsOnly("");
  }

  @Test
  void imap_over_tls_names_the_certificate() {
    CheckReport report =
        check(
            Accounts.trusting(
                Drafts.input().user(Accounts.USER).port(server.getImaps().getPort())));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(report.steps())
        .extracting(Step::name)
        .containsExactly(
            "address", "connect", "tls", "greeting", "capabilities", "login", "folder");
    assertThat(cause(report, "tls"))
        .startsWith("TLSv1.3, certificate of CN=GreenMail")
        .contains("valid until 20")
        .endsWith("not verified, as you chose.");
  }

  @Test
  void pop3_plain_and_over_tls_counts_the_inbox() {
    CheckReport plain = check(Accounts.pop3(Security.NONE, server.getPop3().getPort()));
    CheckReport tls =
        check(
            Accounts.trusting(
                Drafts.input().protocol(Protocol.POP3).port(server.getPop3s().getPort())));

    assertThat(plain.ok()).as(plain.toString()).isTrue();
    assertThat(tls.ok()).as(tls.toString()).isTrue();
    assertThat(cause(tls, "folder")).isEqualTo("INBOX holds 1 messages.");
  }

  @Test
  void smtp_plain_and_over_tls_asks_for_the_sender() {
    CheckReport plain = check(Accounts.smtp(Security.NONE, server.getSmtp().getPort()));
    CheckReport tls =
        check(
            Accounts.trusting(
                Drafts.output().user(Accounts.USER).port(server.getSmtps().getPort())));

    assertThat(plain.ok()).as(plain.toString()).isTrue();
    assertThat(tls.ok()).as(tls.toString()).isTrue();
    assertThat(plain.steps())
        .extracting(Step::name)
        .containsExactly("address", "connect", "greeting", "capabilities", "login", "sender");
    assertThat(cause(plain, "sender"))
        .isEqualTo("The server accepts the sender desk@xpto.example.");
    assertThat(server.getReceivedMessages()).as("nothing was sent").hasSize(1);
  }

  @Test
  void an_open_relay_needs_no_log_in() {
    CheckReport report = check(Accounts.openSmtp(server.getSmtp().getPort()));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(cause(report, "login")).isEqualTo("No log-in, as you chose.");
  }

  @Test
  void a_wrong_password_is_told_as_one_and_nothing_after_it_is_tried() {
    for (Account account : wrongPasswords()) {
      CheckReport report = check(account);
      Step last = last(report);

      assertThat(report.ok()).isFalse();
      assertThat(last.name()).isEqualTo("login");
      assertThat(last.cause()).startsWith("The server refused the log-in");
      assertThat(last.hint()).isEqualTo("Check user and password.");
      assertThat(report.toString()).doesNotContain("not-the-password");
    }
  }

  private List<Account> wrongPasswords() {
    Drafts imap = Drafts.input().security(Security.NONE).port(server.getImap().getPort());
    Drafts pop3 =
        Drafts.input()
            .protocol(Protocol.POP3)
            .security(Security.NONE)
            .port(server.getPop3().getPort());
    Drafts smtp =
        Drafts.output()
            .user(Accounts.USER)
            .security(Security.NONE)
            .port(server.getSmtp().getPort());
    return Stream.of(imap, pop3, smtp)
        .map(drafts -> Accounts.of(drafts, "not-the-password"))
        .toList();
  }

  @Test
  void a_folder_that_is_not_there_is_answered_with_those_that_are() {
    Drafts drafts = Drafts.input().security(Security.NONE).folder("Suport");
    CheckReport report =
        check(Accounts.of(drafts.port(server.getImap().getPort()), Accounts.PASSWORD));

    assertThat(last(report).cause()).isEqualTo("There is no folder \"Suport\".");
    assertThat(last(report).hint()).contains("INBOX").contains("Support");
  }

  @Test
  void folders_that_mail_is_moved_to_are_looked_at_and_not_made() throws Exception {
    CheckReport report = check(moving("Support", "Failed/2026"));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(report.steps())
        .extracting(Step::name)
        .endsWith("folder", "successFolder", "failureFolder");
    assertThat(cause(report, "successFolder"))
        .isEqualTo("Mail is moved to Support, which holds 0 messages.");
    assertThat(cause(report, "failureFolder"))
        .isEqualTo("Mail is moved to \"Failed/2026\", which is not there yet.");
    assertThat(last(report).hint()).contains("made when the first mail is moved", "Support");
    assertThat(server.getManagers().getImapHostManager().getStore().listMailboxes("*"))
        .extracting(MailFolder::getName)
        .doesNotContain("Failed", "2026");
  }

  @Test
  void mail_is_not_moved_to_where_it_is_read() {
    Step last = last(check(moving("inbox", "Support")));

    assertThat(last.name()).isEqualTo("successFolder");
    assertThat(last.cause()).isEqualTo("\"INBOX\" is the folder that mail is read from.");
  }

  private Account moving(String success, String failure) {
    Drafts drafts =
        Drafts.input()
            .security(Security.NONE)
            .port(server.getImap().getPort())
            .afterReading(new AfterReading(ServerAction.MOVE, success, ServerAction.MOVE, failure));
    return Accounts.of(drafts, Accounts.PASSWORD);
  }

  @Test
  void a_self_signed_certificate_is_refused_with_its_name() {
    CheckReport report = check(Accounts.imap(Security.TLS, server.getImaps().getPort()));

    assertThat(last(report).name()).isEqualTo("tls");
    assertThat(last(report).cause()).contains("CN=GreenMail").endsWith("is self-signed.");
    assertThat(last(report).hint()).contains("trust store");
  }

  @Test
  void tls_spoken_to_a_plain_port_is_recognised() {
    CheckReport report = check(Accounts.imap(Security.TLS, server.getImap().getPort()));

    assertThat(last(report).name()).isEqualTo("tls");
    assertThat(last(report).cause()).startsWith("The server does not speak TLS on port");
    assertThat(last(report).hint()).contains("993");
  }

  @Test
  void a_missing_starttls_is_told_and_nothing_goes_on_in_clear() {
    for (Account account :
        List.of(
            Accounts.imap(Security.STARTTLS, server.getImap().getPort()),
            Accounts.pop3(Security.STARTTLS, server.getPop3().getPort()),
            Accounts.smtp(Security.STARTTLS, server.getSmtp().getPort()))) {
      Step last = last(check(account));

      assertThat(last.name()).isEqualTo("tls");
      assertThat(last.cause()).startsWith("The server does not offer STARTTLS");
    }
  }

  @Test
  void another_protocol_on_the_port_is_recognised() {
    assertThat(last(check(Accounts.imap(Security.NONE, server.getSmtp().getPort()))).cause())
        .isEqualTo("This is an SMTP server, not IMAP.");
    assertThat(last(check(Accounts.pop3(Security.NONE, server.getImap().getPort()))).cause())
        .isEqualTo("This is an IMAP server, not POP3.");
    assertThat(last(check(Accounts.smtp(Security.NONE, server.getPop3().getPort()))).cause())
        .isEqualTo("This is a POP3 server, not SMTP.");
  }

  private static CheckReport check(Account account) {
    AllowedHosts allowed = AllowedHosts.of(List.of("127.0.0.1"));
    try {
      return new ConnectionCheck(
              Visit.Terms.of(
                  allowed,
                  new Targets(allowed, java.net.InetAddress::getAllByName),
                  Clock.systemUTC(),
                  Duration.ofSeconds(20)))
          .run(account);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String cause(CheckReport report, String step) {
    return report.steps().stream()
        .filter(taken -> taken.name().equals(step))
        .map(Step::cause)
        .findFirst()
        .orElseThrow();
  }

  private static Step last(CheckReport report) {
    return report.steps().get(report.steps().size() - 1);
  }
}
