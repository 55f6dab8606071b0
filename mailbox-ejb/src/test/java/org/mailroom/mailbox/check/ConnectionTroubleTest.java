package org.mailroom.mailbox.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.environment.Ports;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.ForbiddenTarget;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.GuardedSockets;
import org.mailroom.mailbox.socket.Targets;

/** Against servers that are not what the settings say, or not well. */
class ConnectionTroubleTest {
  private static final AllowedHosts HERE = AllowedHosts.of(List.of("127.0.0.1"));
  private static final Duration LONG = Duration.ofSeconds(20);

  // a silent server uses it up, the steps before it must not, however slow the machine
  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir Path directory;

  @Test
  void a_server_that_says_nothing_is_left_after_its_time() throws Exception {
    try (ScriptedServer silent = ScriptedServer.playing(ScriptedServer.Guest::waitForGoodbye)) {
      Step plain = last(check(Accounts.imap(Security.NONE, silent.port()), SHORT));
      Step tls = last(check(Accounts.imap(Security.TLS, silent.port()), SHORT));

      assertThat(plain.name()).isEqualTo("greeting");
      assertThat(plain.cause()).isEqualTo("The server did not answer in time.");
      assertThat(plain.hint()).contains("expects TLS from the first byte");
      assertThat(plain.millis()).isBetween(1_900L, 20_000L);
      assertThat(tls.name()).isEqualTo("tls");
      assertThat(tls.cause()).isEqualTo("The server did not answer in time.");
    }
  }

  @Test
  void a_server_that_drips_is_left_after_its_time_too() throws Exception {
    try (ScriptedServer dripping = ScriptedServer.playing(ConnectionTroubleTest::drip)) {
      Step last = last(check(Accounts.imap(Security.NONE, dripping.port()), SHORT));

      assertThat(last.name()).isEqualTo("greeting");
      assertThat(last.cause()).isEqualTo("The server did not answer in time.");
    }
  }

  private static void drip(ScriptedServer.Guest guest) throws Exception {
    for (int i = 0; i < 600; i++) {
      guest.write("*");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  @Test
  void a_port_without_a_server_refuses() throws Exception {
    Step last = last(check(Accounts.imap(Security.TLS, Ports.closed()), LONG));

    assertThat(last.name()).isEqualTo("connect");
    assertThat(last.cause()).startsWith("The server refuses connections to port");
    assertThat(last.hint()).isEqualTo("The usual port is 993.");
  }

  @Test
  void a_host_without_an_address_is_unknown() throws Exception {
    Targets nowhere =
        new Targets(
            HERE,
            name -> {
              throw new UnknownHostException(name);
            });
    CheckReport report = check(Accounts.imap(Security.TLS, 993), LONG, nowhere, HERE);

    assertThat(report.steps()).hasSize(1);
    assertThat(last(report).name()).isEqualTo("address");
    assertThat(last(report).cause()).isEqualTo("There is no host named 127.0.0.1.");
  }

  @Test
  void a_private_server_is_not_even_connected_to() throws Exception {
    Targets guarded = new Targets(AllowedHosts.of(List.of()), InetAddress::getAllByName);
    CheckReport report = check(Accounts.imap(Security.TLS, 993), LONG, guarded, HERE);

    assertThat(report.steps()).hasSize(1);
    assertThat(last(report).cause()).contains("private address");
    assertThat(last(report).hint()).contains("MAILROOM_ALLOWED_HOSTS");
  }

  @Test
  void a_name_that_turns_private_between_look_up_and_connection_is_stopped() throws Exception {
    AllowedHosts nothing = AllowedHosts.of(List.of());
    CheckReport report = check(Accounts.imap(Security.TLS, 993), LONG, here(), nothing);

    assertThat(last(report).name()).isEqualTo("connect");
    assertThat(last(report).cause()).contains("private address");
  }

  @Test
  void the_mail_library_has_no_way_around_the_guard() throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(guest -> smtp(guest, null, "235 yes"));
        SignIn signIn =
            new SignIn(
                Accounts.smtp(Security.NONE, server.port()),
                new GuardedSockets(AllowedHosts.of(List.of())),
                false)) {
      assertThatThrownBy(signIn::login).hasRootCauseInstanceOf(ForbiddenTarget.class);
    }
  }

  @Test
  void a_web_server_is_recognised_with_tls_and_when_it_speaks_first() throws Exception {
    try (ScriptedServer web = ScriptedServer.playing(guest -> guest.say("HTTP/1.1 400 Bad"))) {
      assertThat(last(check(Accounts.imap(Security.NONE, web.port()), LONG)).cause())
          .isEqualTo("This is a web server, not IMAP.");
      assertThat(last(check(Accounts.imap(Security.TLS, web.port()), LONG)).cause())
          .startsWith("The server does not speak TLS on port");
    }
  }

  @Test
  void a_greeting_without_end_is_cut_off() throws Exception {
    String piece = "220-" + "x".repeat(60_000);
    try (ScriptedServer lines =
            ScriptedServer.playing(guest -> repeat(guest, "220-still greeting\r\n"));
        ScriptedServer line = ScriptedServer.playing(guest -> repeat(guest, piece))) {
      Step many = last(check(Accounts.smtp(Security.NONE, lines.port()), LONG));
      Step one = last(check(Accounts.imap(Security.NONE, line.port()), LONG));

      assertThat(many.code()).isEqualTo(CheckCode.TALKS_WITHOUT_END);
      assertThat(one.name()).isEqualTo("greeting");
      assertThat(one.cause()).hasSizeLessThan(400);
    }
  }

  @Test
  void the_mail_library_does_not_hear_more_than_a_step_may() throws Exception {
    try (ScriptedServer endless =
        ScriptedServer.playing(guest -> repeat(guest, "* OK ".repeat(9)))) {
      Deadline deadline = new Deadline();
      deadline.restart(LONG);
      GuardedSockets sockets = new GuardedSockets(() -> new DeadlineSocket(HERE, deadline));
      try (SignIn signIn =
          new SignIn(Accounts.imap(Security.NONE, endless.port()), sockets, false)) {
        assertThatThrownBy(signIn::login).hasRootCauseInstanceOf(Deadline.TooMuch.class);
      }
    }
  }

  private static void repeat(ScriptedServer.Guest guest, String piece) throws Exception {
    for (int i = 0; i < 1_000_000; i++) {
      guest.write(piece);
    }
  }

  @Test
  void an_offer_of_starttls_that_was_cut_out_stops_the_check() throws Exception {
    try (ScriptedServer stripped =
        ScriptedServer.playing(
            guest -> {
              guest.say("220 scripted ESMTP");
              guest.hear();
              guest.say("250-scripted\r\n250 AUTH PLAIN");
              guest.hear();
              guest.say("502 what is that?");
              guest.waitForGoodbye();
            })) {
      CheckReport report = check(Accounts.smtp(Security.STARTTLS, stripped.port()), LONG);

      assertThat(last(report).code()).isEqualTo(CheckCode.STARTTLS_MISSING);
      assertThat(report.steps()).extracting(Step::name).doesNotContain("login");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "220 scripted ESMTP, '220 go ahead\r\n250 AUTH PLAIN\r\n', SMTP",
    "* OK scripted, 'a1 OK go ahead\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n', IMAP",
    "+OK scripted, '+OK go ahead\r\n+OK logged in\r\n', POP3"
  })
  void what_is_said_in_clear_after_starttls_is_taken_for_tampering(
      String greeting, String answer, String protocol) throws Exception {
    try (ScriptedServer injecting =
        ScriptedServer.playing(
            guest -> {
              guest.say(greeting);
              String command = guest.hear();
              if (command.startsWith("EHLO")) {
                guest.say("250-scripted\r\n250 STARTTLS");
                guest.hear();
              }
              guest.write(answer.replace("\\r\\n", "\r\n"));
              guest.waitForGoodbye();
            })) {
      Step last = last(check(startTls(protocol, injecting.port()), LONG));

      assertThat(last.name()).isEqualTo("tls");
      assertThat(last.code()).isEqualTo(CheckCode.STARTTLS_TAMPERED);
    }
  }

  private static Account startTls(String protocol, int port) {
    return switch (protocol) {
      case "SMTP" -> Accounts.smtp(Security.STARTTLS, port);
      case "IMAP" -> Accounts.imap(Security.STARTTLS, port);
      default -> Accounts.pop3(Security.STARTTLS, port);
    };
  }

  @Test
  void a_server_with_an_international_name_is_looked_up_as_dns_knows_it() throws Exception {
    List<String> asked = new ArrayList<>();
    Targets targets =
        new Targets(
            HERE,
            name -> {
              asked.add(name);
              return InetAddress.getAllByName("127.0.0.1");
            });
    Account account =
        MailboxSettings.of(Drafts.input().server("München.example").port(Ports.closed()).draft())
            .account(new MailboxId(1), Optional.empty(), Instant.EPOCH, 1);

    check(account, LONG, targets, HERE);

    assertThat(asked).containsExactly("xn--mnchen-3ya.example");
  }

  @Test
  void all_addresses_of_a_server_are_told() throws Exception {
    InetAddress[] two = {
      InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
      InetAddress.getByAddress(new byte[] {127, 0, 0, 2})
    };
    CheckReport report =
        check(
            Accounts.imap(Security.TLS, Ports.closed()),
            LONG,
            new Targets(AllowedHosts.of(List.of("127.0.0.0/8")), name -> two),
            HERE);

    assertThat(report.steps().get(0).cause()).isEqualTo("127.0.0.1 is 127.0.0.1, 127.0.0.2.");
  }

  @Test
  void a_sender_beyond_ascii_needs_a_server_that_takes_it() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    Drafts drafts = Drafts.output().sender("josé@münchen.example").security(Security.NONE);
    try (ScriptedServer plain = ScriptedServer.playing(guest -> smtp(guest, null, "235 yes"));
        ScriptedServer international =
            ScriptedServer.playing(guest -> international(guest, heard))) {
      Step refused = last(check(Accounts.of(drafts.port(plain.port()), "x"), LONG));
      Step taken = last(check(Accounts.of(drafts.port(international.port()), "x"), LONG));

      assertThat(refused.code()).isEqualTo(CheckCode.NOT_INTERNATIONAL);
      assertThat(taken.code()).as(taken.toString()).isEqualTo(CheckCode.SENDER);
      assertThat(heard).contains("MAIL FROM:<josé@xn--mnchen-3ya.example> SMTPUTF8");
    }
  }

  private static void international(ScriptedServer.Guest guest, List<String> heard)
      throws Exception {
    guest.say("220 scripted ESMTP");
    for (String line = guest.hear(); line != null; line = guest.hear()) {
      heard.add(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
      guest.say(
          line.startsWith("EHLO")
              ? "250-scripted\r\n250-SMTPUTF8\r\n250 AUTH PLAIN"
              : line.startsWith("AUTH") ? "235 yes" : "250 ok");
    }
  }

  @Test
  void a_tls_server_that_complains_about_plain_talk_is_recognised() throws Exception {
    try (ScriptedServer tls =
        ScriptedServer.playing(
            guest -> {
              guest.write("\u0015\u0003\u0001\u0000\u0002\u0002\n");
              guest.waitForGoodbye();
            })) {
      Step last = last(check(Accounts.imap(Security.NONE, tls.port()), LONG));

      assertThat(last.cause()).isEqualTo("The server speaks TLS on this port.");
      assertThat(last.hint()).isEqualTo("Choose the security TLS.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "* BYE too many connections, The server turns us away: * BYE too many connections",
    "* HI, The server does not greet as IMAP does: * HI",
    "SSH-2.0-OpenSSH_9.2, 'This is an SSH server, not IMAP.'"
  })
  void another_greeting_is_told_in_the_servers_words(String greeting, String cause)
      throws Exception {
    try (ScriptedServer server = ScriptedServer.playing(guest -> guest.say(greeting))) {
      assertThat(last(check(Accounts.imap(Security.NONE, server.port()), LONG)).cause())
          .isEqualTo(cause);
    }
  }

  @Test
  void a_server_that_hangs_up_is_told() throws Exception {
    try (ScriptedServer rude = ScriptedServer.playing(guest -> {})) {
      Step last = last(check(Accounts.smtp(Security.NONE, rude.port()), LONG));

      assertThat(last.name()).isEqualTo("greeting");
      assertThat(last.cause()).isEqualTo("The server broke the connection off.");
      assertThat(last.hint()).isEqualTo("The usual port is 25.");
    }
  }

  @Test
  void a_provider_that_wants_oauth2_is_named_as_one() throws Exception {
    String refusal = "535 5.7.30 Basic authentication is not supported for Client Submission.";
    try (ScriptedServer provider = ScriptedServer.playing(guest -> smtp(guest, null, refusal))) {
      Step last = last(check(Accounts.smtp(Security.NONE, provider.port()), LONG));

      assertThat(last.name()).isEqualTo("login");
      assertThat(last.cause()).startsWith("The server refuses passwords: 535 5.7.30");
      assertThat(last.hint()).contains("OAuth2");
    }
  }

  @Test
  void starttls_protects_probe_and_log_in_over_guarded_sockets() throws Exception {
    SSLContext tls = TestCertificate.good(directory).server();
    try (ScriptedServer server = ScriptedServer.playing(guest -> smtp(guest, tls, "235 yes"))) {
      CheckReport report =
          check(
              Accounts.trusting(Drafts.output().security(Security.STARTTLS).port(server.port())),
              LONG);

      assertThat(report.ok()).as(report.toString()).isTrue();
      assertThat(report.steps())
          .extracting(Step::name)
          .containsExactly(
              "address", "connect", "greeting", "tls", "capabilities", "login", "sender");
    }
  }

  @Test
  void a_sender_that_is_not_the_accounts_is_refused_in_the_servers_words() throws Exception {
    try (ScriptedServer strict =
        ScriptedServer.playing(guest -> smtp(guest, null, "235 yes", "550 5.7.60 not yours"))) {
      Step last = last(check(Accounts.smtp(Security.NONE, strict.port()), LONG));

      assertThat(last.name()).isEqualTo("sender");
      assertThat(last.cause()).endsWith("550 5.7.60 not yours");
      assertThat(last.hint()).contains("may send as");
    }
  }

  private static void smtp(ScriptedServer.Guest guest, SSLContext tls, String toAuth)
      throws Exception {
    smtp(guest, tls, toAuth, "250 ok");
  }

  private static void smtp(ScriptedServer.Guest guest, SSLContext tls, String toAuth, String toMail)
      throws Exception {
    guest.say("220 scripted ESMTP");
    String command = guest.hear();
    while (command != null) {
      guest.say(reply(command, toAuth, toMail));
      if (command.equals("STARTTLS")) {
        guest.startTls(tls);
      }
      command = guest.hear();
    }
  }

  private static String reply(String command, String toAuth, String toMail) {
    return switch (command.split("[ :]", 2)[0]) {
      case "EHLO" -> "250-scripted\r\n250-STARTTLS\r\n250 AUTH PLAIN";
      case "STARTTLS" -> "220 go ahead";
      case "AUTH" -> toAuth;
      case "MAIL" -> toMail;
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  @Test
  void a_trusted_certificate_is_shown_with_its_name() throws Exception {
    TestCertificate good = TestCertificate.good(directory);

    Step tls = tls(good, good.trust());

    assertThat(tls.ok()).as(tls.toString()).isTrue();
    assertThat(tls.cause()).contains("CN=good").endsWith("matches 127.0.0.1.");
  }

  @Test
  void a_certificate_for_another_name_is_refused_with_both_names() throws Exception {
    TestCertificate other = TestCertificate.ofAnotherServer(directory);

    assertThat(tls(other, other.trust()).cause())
        .isEqualTo("The certificate is for mail.other.example, not for 127.0.0.1.");
  }

  @Test
  void an_expired_certificate_is_refused_with_its_day() throws Exception {
    Step tls = tls(TestCertificate.expired(directory), Certificates.ofThisServer());

    assertThat(tls.cause()).startsWith("The certificate of CN=old expired on 20");
    assertThat(tls.hint()).contains("renew");
  }

  private static Step tls(TestCertificate certificate, X509ExtendedTrustManager trust)
      throws Exception {
    SSLContext context = certificate.server();
    try (ScriptedServer server =
        ScriptedServer.playing(
            guest -> {
              guest.startTls(context);
              guest.say("220 protected");
            })) {
      CheckReport report =
          new ConnectionCheck(new Visit.Terms(HERE, here(), Clock.systemUTC(), trust, LONG))
              .run(Accounts.smtp(Security.TLS, server.port()));
      return report.steps().get(2);
    }
  }

  private static CheckReport check(Account account, Duration limit) throws Exception {
    return check(account, limit, here(), HERE);
  }

  private static CheckReport check(
      Account account, Duration limit, Targets targets, AllowedHosts allowed) throws Exception {
    return new ConnectionCheck(Visit.Terms.of(allowed, targets, Clock.systemUTC(), limit))
        .run(account);
  }

  private static Targets here() {
    return new Targets(HERE, InetAddress::getAllByName);
  }

  private static Step last(CheckReport report) {
    return report.steps().get(report.steps().size() - 1);
  }
}
