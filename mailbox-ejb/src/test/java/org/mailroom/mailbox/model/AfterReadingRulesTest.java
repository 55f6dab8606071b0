package org.mailroom.mailbox.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mailroom.mailbox.ServerAction.DELETE;
import static org.mailroom.mailbox.ServerAction.FLAG;
import static org.mailroom.mailbox.ServerAction.LEAVE;
import static org.mailroom.mailbox.ServerAction.MARK_READ;
import static org.mailroom.mailbox.ServerAction.MOVE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.AfterReading;
import org.mailroom.mailbox.Drafts;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.ServerAction;

class AfterReadingRulesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void a_broken_rule_is_told_with_its_field(String code, String field, Drafts wrong) {
    assertThat(MailboxRules.problems(MailboxSettings.of(wrong.draft())))
        .extracting(Problem::code, Problem::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(code, field));
  }

  static Stream<Arguments> a_broken_rule_is_told_with_its_field() {
    return Stream.of(
        arguments("SUCCESS_FOLDER_MISSING", "successFolder", imap(MOVE, " ", null, null)),
        arguments("SUCCESS_FOLDER_SAME", "successFolder", imap(MOVE, "inbox", null, null)),
        arguments(
            "SUCCESS_FOLDER_LENGTH", "successFolder", imap(MOVE, "f".repeat(256), null, null)),
        arguments("SUCCESS_FOLDER_CHARACTERS", "successFolder", imap(MOVE, "a\nb", null, null)),
        arguments("FAILURE_FOLDER_MISSING", "failureFolder", imap(null, null, MOVE, null)),
        arguments("FAILURE_FOLDER_SAME", "failureFolder", imap(null, null, MOVE, "INBOX")),
        arguments("AFTER_FAILURE_DELETE", "afterFailure", imap(null, null, DELETE, null)),
        arguments("AFTER_SUCCESS_POP3", "afterSuccess", pop3(MOVE, "Done", null)),
        arguments("AFTER_SUCCESS_POP3", "afterSuccess", pop3(MARK_READ, null, null)),
        arguments("AFTER_FAILURE_POP3", "afterFailure", pop3(null, null, FLAG)));
  }

  @ParameterizedTest
  @MethodSource
  void right_settings_have_no_problem(Drafts right) {
    assertThat(MailboxRules.problems(MailboxSettings.of(right.draft()))).isEmpty();
  }

  static Stream<Drafts> right_settings_have_no_problem() {
    return Stream.of(
        imap(null, null, null, null),
        imap(MOVE, "Erledigt/日本語", MOVE, "A & B"),
        imap(FLAG, null, MARK_READ, null),
        imap(DELETE, null, LEAVE, null),
        imap(LEAVE, null, FLAG, null),
        pop3(null, null, null),
        pop3(DELETE, null, LEAVE));
  }

  private static Drafts imap(
      ServerAction success, String folder, ServerAction failure, String other) {
    return Drafts.input().afterReading(new AfterReading(success, folder, failure, other));
  }

  private static Drafts pop3(ServerAction success, String folder, ServerAction failure) {
    return imap(success, folder, failure, null).protocol(Protocol.POP3);
  }

  @Test
  void what_is_usual_follows_the_protocol() {
    assertThat(after(Drafts.input())).isEqualTo(new AfterReading(MARK_READ, null, LEAVE, null));
    assertThat(after(Drafts.input().protocol(Protocol.POP3)))
        .isEqualTo(new AfterReading(LEAVE, null, LEAVE, null));
  }

  @Test
  void a_folder_counts_only_where_mail_is_moved() {
    assertThat(after(imap(FLAG, "Done", LEAVE, "Trouble")))
        .isEqualTo(new AfterReading(FLAG, null, LEAVE, null));
  }

  private static AfterReading after(Drafts draft) {
    return MailboxSettings.of(draft.draft()).reading().after();
  }
}
