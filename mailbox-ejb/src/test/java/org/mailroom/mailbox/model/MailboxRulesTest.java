package org.mailroom.mailbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

class MailboxRulesTest {
  @ParameterizedTest
  @MethodSource
  void right_settings_have_no_problem(Drafts right) {
    assertThat(MailboxRules.problems(MailboxSettings.of(right.draft()))).isEmpty();
  }

  static Stream<Drafts> right_settings_have_no_problem() {
    return Stream.of(
        Drafts.input(),
        Drafts.input().name("n".repeat(100)),
        Drafts.input().server("192.0.2.1").port(1),
        Drafts.input().server("2001:db8::1").port(65535),
        Drafts.input().folder("Support/Neu").user("kein Adresse"),
        Drafts.input().protocol(Protocol.POP3).folder("inbox"),
        Drafts.input().user("XPTO\\desk").sender("desk@xpto.example"),
        Drafts.input().provider("google"),
        Drafts.output(),
        Drafts.output().user(null).password(null),
        Drafts.output().server(null).user(null).mailSession("mail/xpto"),
        Drafts.output().mailSession("java:app/mail/xpto-2.out"),
        Drafts.output().mailSession("java:/mail/xpto"),
        Drafts.output().mailSession("java:jboss/mail/Default").server("not used").port(0),
        Drafts.output().senderName("Büro, \"XPTO\"").replyTo("answers@xpto.example"));
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource
  void a_broken_rule_is_told_with_its_field(String code, String field, Drafts wrong) {
    assertThat(MailboxRules.problems(MailboxSettings.of(wrong.draft())))
        .extracting(Problem::code, Problem::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(code, field));
  }

  static Stream<Arguments> a_broken_rule_is_told_with_its_field() {
    return Stream.of(
        broken("NAME_MISSING", "name", Drafts.input().name("  ")),
        broken("NAME_LENGTH", "name", Drafts.input().name("n".repeat(101))),
        broken("NAME_CHARACTERS", "name", Drafts.input().name("a\nb")),
        broken("NAME_CHARACTERS", "name", Drafts.input().name("a\u2028b")),
        broken("TYPE_MISSING", "type", Drafts.input().type(null)),
        broken("PROVIDER_UNKNOWN", "provider", Drafts.input().provider("nobody")),
        broken("ADDRESS_SYNTAX", "address", Drafts.input().sender("desk at xpto")),
        broken("SERVER_MISSING", "server", Drafts.input().server(null)),
        broken("SERVER_SYNTAX", "server", Drafts.input().server("imaps://imap.example.org")),
        broken("SERVER_SYNTAX", "server", Drafts.input().server("imap .example.org")),
        broken("SERVER_SYNTAX", "server", Drafts.input().server("imap.example.org\r\nX")),
        broken("PORT_RANGE", "port", Drafts.input().port(0)),
        session("ldap://evil.example/x"),
        session("rmi://evil.example/x"),
        session("java:ldap://evil.example/x"),
        session("java:comp/env/ldap:x"),
        session("ldap:x"),
        session("mail/x y"),
        session("mail//x"),
        session("/mail/x"),
        session("../x"),
        session("java:"),
        broken("MAIL_SESSION_LENGTH", "mailSession", Drafts.output().mailSession("m".repeat(256))),
        broken("PORT_RANGE", "port", Drafts.input().port(65536)),
        broken("USER_MISSING", "user", Drafts.input().user(" ")),
        broken("USER_CHARACTERS", "user", Drafts.input().user("a\u0000b")),
        broken("USER_LENGTH", "user", Drafts.input().user("u".repeat(256))),
        broken("USER_MISSING", "user", passwordWithoutUser()),
        broken("USER_NOT_USED", "user", Drafts.output().authentication(Authentication.NONE)),
        broken("SIGN_IN_MISSING", "authentication", inputWithoutSignIn()),
        broken("OAUTH_MISSING", "oauth.grant", oauth(Drafts.input())),
        broken("OAUTH_MISSING", "oauth.grant", oauth(Drafts.output())),
        broken("FOLDER_POP3", "folder", Drafts.input().protocol(Protocol.POP3).folder("Support")),
        broken("FOLDER_CHARACTERS", "folder", Drafts.input().folder("a\tb")),
        broken("SENDER_MISSING", "sender", Drafts.output().sender(null)),
        broken("SENDER_SYNTAX", "sender", Drafts.output().sender("XPTO <desk@xpto.example>")),
        broken("SENDER_SYNTAX", "sender", Drafts.output().sender("a@x.example, b@x.example")),
        broken("SENDER_SYNTAX", "sender", Drafts.output().sender("a@x.example\r\nBcc: b@x")),
        broken("SENDER_NAME_CHARACTERS", "senderName", Drafts.output().senderName("X\r\nBcc: b")),
        broken("SENDER_NAME_LENGTH", "senderName", Drafts.output().senderName("x".repeat(256))),
        broken("REPLY_TO_SYNTAX", "replyTo", Drafts.output().replyTo("nobody")));
  }

  private static Arguments session(String name) {
    return broken("MAIL_SESSION_SYNTAX", "mailSession", Drafts.output().mailSession(name));
  }

  private static Arguments broken(String code, String field, Drafts wrong) {
    return Arguments.of(code, field, wrong);
  }

  private static Drafts passwordWithoutUser() {
    return Drafts.output().authentication(Authentication.PASSWORD).user(null);
  }

  private static Drafts inputWithoutSignIn() {
    return Drafts.input().authentication(Authentication.NONE);
  }

  private static Drafts oauth(Drafts drafts) {
    return drafts.authentication(Authentication.OAUTH2);
  }

  @Test
  void all_problems_are_told_at_once_in_the_order_of_the_form() {
    Drafts wrong = Drafts.output().name(null).server(null).port(-1).user(null).sender("x");

    assertThat(MailboxRules.problems(MailboxSettings.of(wrong.draft())))
        .extracting(Problem::field)
        .containsExactly("name", "server", "port", "sender");
    assertThat(MailboxRules.problems(MailboxSettings.of(Drafts.nothing().draft())))
        .extracting(Problem::code)
        .containsExactly("NAME_MISSING", "TYPE_MISSING", "SERVER_MISSING", "USER_MISSING");
  }

  @Test
  void what_belongs_to_the_other_type_is_left_out() {
    MailboxSettings output =
        MailboxSettings.of(
            Drafts.output().protocol(Protocol.POP3).folder("x").readExisting(true).draft());
    MailboxSettings input =
        MailboxSettings.of(Drafts.input().senderName("a\nb").replyTo("nonsense").draft());

    assertThat(output.reading()).isNull();
    assertThat(input.sending()).isNull();
    assertThat(MailboxRules.problems(input)).isEmpty();
  }

  @Test
  void a_server_inside_is_a_problem_unless_allowed() {
    MailboxSettings inside = MailboxSettings.of(Drafts.input().server("127.0.0.1").draft());

    assertThat(MailboxRules.problemsOfTarget(inside, targets()))
        .extracting(Problem::code, Problem::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("SERVER_FORBIDDEN", "server"));
    assertThat(MailboxRules.problemsOfTarget(inside, targets("127.0.0.1"))).isEmpty();
  }

  @Test
  void a_server_that_does_not_resolve_now_is_no_problem() {
    MailboxSettings unknown = MailboxSettings.of(Drafts.input().server("nowhere.example").draft());

    assertThat(MailboxRules.problemsOfTarget(unknown, targets())).isEmpty();
  }

  /** Resolves addresses only. */
  private static Targets targets(String... allowed) {
    return new Targets(
        AllowedHosts.of(List.of(allowed)),
        name -> {
          if (!name.equals("127.0.0.1")) {
            throw new UnknownHostException(name);
          }
          return java.net.InetAddress.getAllByName(name);
        });
  }
}
