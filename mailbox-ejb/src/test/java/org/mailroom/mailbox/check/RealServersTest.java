package org.mailroom.mailbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.CheckReport.Fact;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.InboxPreview;
import org.mailroom.mailbox.MailFolders;
import org.mailroom.mailbox.MailFolders.MailFolder;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.RoundTrip;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;
import org.mailroom.vault.Secret;

/** Dovecot and Postfix: every protocol with every security and every way to send a password. */
class RealServersTest {
  @RegisterExtension static final RealServers SERVERS = new RealServers();

  private static final AllowedHosts HERE = AllowedHosts.of(List.of("127.0.0.1"));
  private static final EmailAddress TO = new EmailAddress(RealServers.USER);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Stream<Arguments> combinations() {
    return Stream.of("imap", "pop3", "smtp")
        .flatMap(
            protocol ->
                Stream.of(Security.values())
                    .flatMap(
                        security ->
                            RealServers.MECHANISMS.stream()
                                .filter(mechanism -> isUsual(protocol, mechanism))
                                .map(mechanism -> Arguments.of(protocol, security, mechanism))));
  }

  /**
   * Over POP3 passwords go by PLAIN, or by PASS, which Dovecot takes where it takes PLAIN; CRAM-MD5
   * is for SMTP alone.
   */
  private static boolean isUsual(String protocol, String mechanism) {
    return (!mechanism.equals("CRAM-MD5") || protocol.equals("smtp"))
        && !(protocol + mechanism).equals("pop3LOGIN");
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void the_right_password_passes_and_the_wrong_one_is_named(
      String protocol, Security security, String mechanism) {
    CheckReport right = check(account(protocol, security, mechanism, RealServers.PASSWORD));
    CheckReport wrong = check(account(protocol, security, mechanism, "not it"));

    assertThat(right.ok()).as(right.toString()).isTrue();
    assertThat(fact(right, "capabilities", "authentication").split(", "))
        .contains(mechanism.split(" "));
    assertThat(last(wrong).code()).as(wrong.toString()).isEqualTo(CheckCode.LOGIN_REFUSED);
    assertThat(wrong.toString()).doesNotContain("not it");
    if (security == Security.NONE) {
      assertThat(right.certificate()).isNull();
    } else {
      assertThat(right.certificate().subject()).isEqualTo("CN=good");
      assertThat(right.certificate().nameMatches()).isTrue();
      assertThat(right.certificate().trusted()).isFalse();
      assertThat(fact(right, "tls", "protocol")).isEqualTo("TLSv1.3");
      assertThat(fact(right, "tls", "cipher")).startsWith("TLS_");
    }
  }

  @Test
  void a_server_that_wants_another_way_to_sign_in_is_told() {
    CheckReport report = check(account("imap", Security.TLS, "CRAM-MD5", RealServers.PASSWORD));

    assertThat(last(report).code()).as(report.toString()).isEqualTo(CheckCode.LOGIN_NOT_OFFERED);
    assertThat(fact(report, "capabilities", "authentication")).contains("CRAM-MD5");
  }

  @ParameterizedTest
  @MethodSource("securities")
  void smtp_without_a_log_in_passes(Security security) {
    CheckReport report = check(open(security));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(fact(report, "capabilities", "features"))
        .contains("PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE");
    assertThat(fact(report, "capabilities", "size")).isEqualTo("10240000");
    assertThat(fact(report, "sender", "reply")).startsWith("250");
  }

  static Stream<Security> securities() {
    return Stream.of(Security.values());
  }

  @Test
  void imap_tells_after_the_log_in_what_it_can_do_and_what_may_be_marked() {
    CheckReport report = check(account("imap", Security.TLS, "PLAIN", RealServers.PASSWORD));

    assertThat(fact(report, "login", "features"))
        .contains("IDLE", "UIDPLUS", "MOVE", "CONDSTORE", "NAMESPACE", "SPECIAL-USE");
    assertThat(fact(report, "folder", "mayMark")).isEqualTo("true");
    assertThat(fact(report, "folder", "mayDelete")).isEqualTo("true");
  }

  @ParameterizedTest
  @MethodSource("readings")
  void a_preview_lists_the_newest_and_touches_nothing(String protocol, Security security)
      throws Exception {
    SERVERS.put("%s.%s.1".formatted(protocol, security), mail(protocol + security));
    List<String> before = SERVERS.inbox();

    InboxPreview preview =
        trials().preview(account(protocol, security, "PLAIN", RealServers.PASSWORD));

    assertThat(preview.report().ok()).as(preview.toString()).isTrue();
    assertThat(preview.count()).isEqualTo(before.size());
    assertThat(preview.newest()).hasSizeLessThanOrEqualTo(10);
    InboxPreview.Mail ours =
        preview.newest().stream()
            .filter(mail -> mail.subject().equals("Größe " + protocol + security))
            .findFirst()
            .orElseThrow();
    assertThat(ours.from()).contains("ana@customer.example").contains("Ana");
    assertThat(ours.bytes()).isPositive();
    assertThat(ours.at()).isNotNull();
    assertThat(SERVERS.inbox()).as("none is marked").noneMatch(name -> name.endsWith("S"));
  }

  static Stream<Arguments> readings() {
    return Stream.of("imap", "pop3")
        .flatMap(protocol -> securities().map(security -> Arguments.of(protocol, security)));
  }

  private static String mail(String subject) {
    return """
    From: Ana <ana@customer.example>
    To: support@xpto.example
    Subject: =?UTF-8?Q?Gr=C3=B6=C3=9Fe_%s?=
    Date: Sun, 22 Nov 2026 12:00:00 +0000

    It is too small.
    """
        .formatted(subject);
  }

  @ParameterizedTest
  @MethodSource("securities")
  void folders_are_shown_as_a_tree_with_readable_names(Security security) {
    MailFolders folders =
        trials().folders(account("imap", security, "PLAIN", RealServers.PASSWORD));

    assertThat(folders.report().ok()).as(folders.toString()).isTrue();
    assertThat(folders.folders())
        .extracting(MailFolder::path)
        .containsExactly("INBOX", "Entwürfe", "Junk", "Projects", "Projects/2026");
    assertThat(folders.folders().get(2).purpose()).isEqualTo("Junk");
    assertThat(folders.folders().get(3).selectable()).isFalse();
    assertThat(folders.folders().get(4).depth()).isEqualTo(1);
    assertThat(folders.folders().get(4).name()).isEqualTo("2026");
    assertThat(folders.folders().get(0).messages()).isNotNull();
  }

  @Test
  void a_folder_with_a_name_beyond_ascii_can_be_chosen() {
    Account account =
        of(
            input("imap").folder("Entwürfe").port(port("imap", Security.NONE, "PLAIN")),
            Security.NONE,
            RealServers.PASSWORD);

    assertThat(check(account).ok()).as(check(account).toString()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("securities")
  void a_test_is_sent_and_its_reply_told(Security security) {
    for (Account account :
        List.of(open(security), account("smtp", security, "LOGIN", RealServers.PASSWORD))) {
      CheckReport report = trials().send(account, TO, "Test", "Hello");

      assertThat(report.ok()).as(report.toString()).isTrue();
      assertThat(fact(report, "message", "reply")).startsWith("250 2.0.0 Ok: queued as");
      assertThat(fact(report, "message", "messageId")).endsWith("@xpto.example>");
    }
  }

  @Test
  void an_unknown_addressee_is_refused_in_the_servers_words() {
    CheckReport report =
        trials().send(open(Security.NONE), new EmailAddress("no-one@xpto.example"), "Test", "Hi");

    assertThat(last(report).code()).isEqualTo(CheckCode.RECIPIENT_REFUSED);
    assertThat(last(report).cause()).contains("no-one@xpto.example").contains("User unknown");
  }

  @Test
  void an_address_beyond_ascii_goes_out_where_the_server_takes_it() {
    CheckReport report =
        trials().send(open(Security.NONE), new EmailAddress("josé@elsewhere.example"), "ñ", "ñ");

    assertThat(report.ok()).as(report.toString()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("readings")
  void a_message_makes_the_round_and_leaves_no_trace(String protocol, Security security)
      throws Exception {
    SERVERS.put("%s.%s.2".formatted(protocol, security), mail("stays"));
    Account input = account(protocol, security, "PLAIN", RealServers.PASSWORD);
    String mark = "0b2f1c1e-token.signature";

    RoundTrip trip = trials().roundTrip(open(security), input, TO, mark, PATIENCE);

    assertThat(trip.ok()).as(trip.toString()).isTrue();
    assertThat(trip.millis()).isBetween(0L, PATIENCE.toMillis());
    assertThat(last(trip.input()).code()).isEqualTo(CheckCode.REMOVED);
    InboxPreview after = trials().preview(input);
    assertThat(after.newest()).noneMatch(mail -> mail.subject().startsWith("Mailroom round trip"));
    assertThat(SERVERS.inbox()).anyMatch(name -> name.startsWith(protocol + "." + security + ".2"));
  }

  private static Account open(Security security) {
    return of(
        Drafts.output()
            .user(null)
            .authentication(Authentication.NONE)
            .port(port("smtp", security, "PLAIN")),
        security,
        null);
  }

  private static Account account(
      String protocol, Security security, String mechanism, String password) {
    Drafts drafts =
        protocol.equals("smtp") ? Drafts.output().user(RealServers.USER) : input(protocol);
    return of(drafts.port(port(protocol, security, mechanism)), security, password);
  }

  private static Drafts input(String protocol) {
    return Drafts.input()
        .user(RealServers.USER)
        .protocol(protocol.equals("imap") ? Protocol.IMAP : Protocol.POP3);
  }

  private static int port(String protocol, Security security, String mechanism) {
    return SERVERS.port(protocol, security, mechanism);
  }

  private static Account of(Drafts drafts, Security security, String password) {
    return MailboxSettings.of(
            drafts.server("127.0.0.1").security(security).verifyCertificate(false).draft())
        .account(new MailboxId(1), Optional.ofNullable(password).map(Secret::of), Instant.EPOCH, 1);
  }

  private static CheckReport check(Account account) {
    return trials().run(account);
  }

  private static ConnectionCheck trials() {
    try {
      return new ConnectionCheck(
          Visit.Terms.of(
              HERE,
              new Targets(HERE, InetAddress::getAllByName),
              Clock.systemUTC(),
              Duration.ofSeconds(20)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String fact(CheckReport report, String step, String name) {
    return report.steps().stream()
        .filter(taken -> taken.name().equals(step))
        .flatMap(taken -> taken.facts().stream())
        .filter(fact -> fact.name().equals(name))
        .map(Fact::value)
        .findFirst()
        .orElseThrow(() -> new AssertionError(step + " tells no " + name + ": " + report));
  }

  private static Step last(CheckReport report) {
    return report.steps().get(report.steps().size() - 1);
  }
}
