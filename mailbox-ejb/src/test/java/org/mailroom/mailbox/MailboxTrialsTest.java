package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.failure.Problem;
import org.mailroom.inbound.LocalMailServer;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.MailFolders.MailFolder;

/** Over a real database, the real vault and a mail server of this JVM. */
class MailboxTrialsTest {
  private static final String USER = "support@xpto.example";
  private static final String PASSWORD = "p\"a\\ss {w}'rt%s";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path directory;

  private final GreenMail server =
      new GreenMail(
          Stream.of("imap", "imaps", "pop3", "smtp")
              .map(LocalMailServer::setup)
              .toArray(ServerSetup[]::new));
  private Installation here;

  @BeforeEach
  void start() throws Exception {
    server.start();
    GreenMailUser user = server.setUser(USER, USER, PASSWORD);
    server.getManagers().getImapHostManager().createMailbox(user, "Größen");
    here = new Installation(directory);
    for (int i = 1; i <= 12; i++) {
      GreenMailUtil.sendTextEmail(
          USER, "ana@customer.example", "Mail " + i, "x", server.getSmtp().getServerSetup());
    }
  }

  @AfterEach
  void stop() {
    here.close();
    server.stop();
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void a_preview_counts_all_and_lists_the_newest_ten(Protocol protocol) {
    InboxPreview preview = trial(trials -> trials.preview(unsaved(input(protocol))));

    assertThat(preview.report().ok()).as(preview.toString()).isTrue();
    assertThat(preview.count()).isEqualTo(12);
    assertThat(preview.newest()).hasSize(10);
    assertThat(preview.newest().get(0).subject()).isEqualTo("Mail 12");
    assertThat(preview.newest().get(9).subject()).isEqualTo("Mail 3");
    assertThat(preview.newest().get(0).from()).isEqualTo("ana@customer.example");
    assertThat(here.audited).anyMatch(entry -> entry.matches("mailbox.previewed .* passed"));
  }

  @Test
  void the_folders_of_settings_that_are_not_saved_are_listed() {
    MailFolders folders = trial(trials -> trials.folders(unsaved(imap().folder("none yet"))));

    assertThat(folders.report().ok()).as(folders.toString()).isTrue();
    assertThat(folders.folders()).extracting(MailFolder::path).contains("INBOX", "Größen");
  }

  @Test
  void a_test_is_sent_from_settings_that_are_not_saved() throws Exception {
    CheckReport report = trial(trials -> trials.sendTest(unsaved(output()), "bob@client.example"));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(report.steps()).last().extracting(Step::code).isEqualTo(CheckCode.SENT);
    var sent =
        Stream.of(server.getReceivedMessages())
            .filter(mail -> GreenMailUtil.getHeaders(mail).contains("bob@client.example"))
            .findFirst()
            .orElseThrow();
    assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(sent.getFrom()[0]).hasToString("\"Desk, XPTO\" <desk@xpto.example>");
    assertThat(report.toString()).contains(sent.getMessageID());
    assertThat(here.audited).anyMatch(it -> it.endsWith("passed to bob@client.example"));
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void a_message_makes_the_round_between_saved_mailboxes(Protocol protocol) {
    MailboxId sending = register(output().name("out"));
    RoundTrip trip =
        trial(
            trials ->
                trials.roundTrip(
                    Trial.of(sending), unsaved(input(protocol)), Optional.empty(), PATIENCE));

    assertThat(trip.ok()).as(trip.toString()).isTrue();
    assertThat(trip.millis()).isNotNegative();
    assertThat(trial(trials -> trials.preview(unsaved(input(protocol)))).count()).isEqualTo(12);
  }

  @Test
  void a_message_that_does_not_arrive_is_waited_for_no_longer_than_said() {
    RoundTrip trip =
        trial(
            trials ->
                trials.roundTrip(
                    unsaved(output()),
                    unsaved(imap()),
                    Optional.of("elsewhere@client.example"),
                    Duration.ofSeconds(1)));

    assertThat(trip.ok()).isFalse();
    assertThat(trip.millis()).isNull();
    Step last = trip.input().failure().orElseThrow();
    assertThat(last.code()).isEqualTo(CheckCode.NOT_ARRIVED);
    assertThat(last.hint()).contains("Mailroom round trip");
  }

  @Test
  void nothing_is_sent_if_the_inbox_cannot_be_read() {
    RoundTrip trip =
        trial(
            trials ->
                trials.roundTrip(
                    unsaved(output()),
                    unsaved(imap().password("wrong")),
                    Optional.empty(),
                    PATIENCE));

    assertThat(trip.ok()).isFalse();
    assertThat(trip.output().steps()).isEmpty();
    assertThat(server.getReceivedMessages()).hasSize(12);
  }

  @Test
  void the_certificate_is_remembered_for_every_mailbox_of_the_server() {
    Drafts tls = imap().security(Security.TLS).port(server.getImaps().getPort());
    MailboxId id = register(tls.verifyCertificate(false));
    assertThat(certificate(id)).isEmpty();
    assertThat(here.due()).containsExactly(id);

    CheckReport report = trial(trials -> trials.check(unsaved(tls)));

    assertThat(report.ok()).as(report.toString()).isTrue();
    assertThat(certificate(id)).contains(report.certificate());
    assertThat(here.expiries(known -> known.of(List.of(id))))
        .containsExactly(
            new Expiry(
                id,
                Expiry.Kind.CERTIFICATE,
                report.certificate().subject(),
                report.certificate().expires()));
    assertThat(here.expiries(known -> known.before(report.certificate().expires()))).isEmpty();
    assertThat(here.expiries(known -> known.before(report.certificate().expires().plusSeconds(1))))
        .hasSize(1);
    assertThat(here.due()).isEmpty();
    assertThat(certificate(register(imap().name("plain")))).isEmpty();
  }

  private Optional<ServerCertificate> certificate(MailboxId id) {
    return trial(trials -> trials.certificateOf(id));
  }

  @Test
  void the_stored_password_is_never_tried_elsewhere() {
    MailboxId in = register(imap());
    Trial elsewhere =
        Trial.of(imap().server("imap.other.example").password(null).draft(), Optional.of(in));
    List<Function<MailboxTrials, ?>> all =
        List.of(
            trials -> trials.check(elsewhere),
            trials -> trials.preview(elsewhere),
            trials -> trials.folders(elsewhere),
            trials -> trials.roundTrip(unsaved(output()), elsewhere, none(), PATIENCE));

    for (Function<MailboxTrials, ?> each : all) {
      assertThat(problems(each)).containsExactly("PASSWORD_AGAIN");
    }
    assertThat(here.audited).noneMatch(entry -> entry.contains("imap.other.example:"));
  }

  @Test
  void a_trial_is_for_mailboxes_of_its_type() {
    Trial out = unsaved(output());
    Trial in = unsaved(imap());

    assertThat(problems(trials -> trials.sendTest(in, USER))).containsExactly("TYPE_OUTPUT");
    assertThat(problems(trials -> trials.preview(out))).containsExactly("TYPE_INPUT");
    assertThat(problems(trials -> trials.folders(out))).containsExactly("TYPE_INPUT");
    assertThatThrownBy(() -> trial(trials -> trials.preview(Trial.of(new MailboxId(99)))))
        .isInstanceOf(MailboxNotFound.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "a@b.example, c@d.example",
        "a@b.example\r\nBcc: c@d.example",
        "a@b.example> SIZE=1"
      })
  void a_test_goes_to_one_address(String to) {
    assertThat(problems(trials -> trials.sendTest(unsaved(output()), to)))
        .containsExactly("TO_SYNTAX");
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("SERVER_SYNTAX", anInput().server("mail server.example")),
        Arguments.of("SERVER_SYNTAX", anInput().server("imap://mail.example")),
        Arguments.of("SERVER_SYNTAX", anInput().server("mail.example:993")),
        Arguments.of("PORT_RANGE", anInput().port(0)),
        Arguments.of("PORT_RANGE", anInput().port(70_000)),
        Arguments.of("PASSWORD_LENGTH", anInput().password("x".repeat(10_240))),
        Arguments.of("PASSWORD_CHARACTERS", anInput().password("a\r\nA1 LOGOUT")),
        Arguments.of("SENDER_SYNTAX", anOutput().sender("desk@xpto.example\r\nBcc: x@y.example")),
        Arguments.of("SENDER_SYNTAX", anOutput().sender("desk@xpto.example>\r\nDATA")),
        Arguments.of("SENDER_NAME_CHARACTERS", anOutput().senderName("Desk\r\nBcc: x@y.example")));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void settings_that_make_no_sense_are_told_and_not_tried(String code, Drafts drafts) {
    assertThat(problems(trials -> trials.check(unsaved(drafts)))).containsExactly(code);
    assertThat(here.audited).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[::1]", "::1", "fe80::1", "::ffff:10.0.0.1", "10.0.0.1", "169.254.169.254"})
  void an_address_that_is_not_public_is_not_even_connected_to(String address) {
    Drafts drafts = imap().server(address).port(993);

    CheckReport report = trial(trials -> trials.check(unsaved(drafts)));

    assertThat(report.steps()).hasSize(1);
    assertThat(report.failure()).map(Step::code).contains(CheckCode.FORBIDDEN);
  }

  @Test
  void of_three_hundred_checks_in_a_minute_thirty_are_made_and_the_rest_told_when_to_come_back() {
    Trial trial = unsaved(imap().server("10.0.0.1"));
    int made = 0;
    for (int i = 0; i < 300; i++) {
      CheckRefused refused =
          catchThrowableOfType(CheckRefused.class, () -> trial(trials -> trials.check(trial)));
      if (refused == null) {
        made++;
      } else {
        assertThat(refused.retryAfter()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
      }
    }

    assertThat(made).isEqualTo(30);
    assertThat(here.audited).hasSize(30);
  }

  private Drafts input(Protocol protocol) {
    int port = protocol == Protocol.IMAP ? imapPort() : server.getPop3().getPort();
    return imap().protocol(protocol).port(port);
  }

  private int imapPort() {
    return server.getImap().getPort();
  }

  private static Trial unsaved(Drafts drafts) {
    return Trial.of(drafts.draft(), Optional.empty());
  }

  private Drafts output() {
    return anOutput().port(server.getSmtp().getPort());
  }

  private static Drafts anOutput() {
    return here(Drafts.output()).senderName("Desk, XPTO");
  }

  private Drafts imap() {
    return anInput().port(imapPort());
  }

  private static Drafts anInput() {
    return here(Drafts.input());
  }

  private static Drafts here(Drafts drafts) {
    return drafts.server("127.0.0.1").security(Security.NONE).user(USER).password(PASSWORD);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private List<String> problems(Function<MailboxTrials, ?> work) {
    return catchThrowableOfType(InvalidMailbox.class, () -> trial(work::apply)).problems().stream()
        .map(Problem::code)
        .toList();
  }

  private <T> T trial(Function<MailboxTrials, T> work) {
    return here.trials(work);
  }

  private MailboxId register(Drafts drafts) {
    return here.call(mailboxes -> mailboxes.register(drafts.draft())).id();
  }
}
