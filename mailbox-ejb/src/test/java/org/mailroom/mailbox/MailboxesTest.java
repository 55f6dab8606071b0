package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.paging.Slice;

class MailboxesTest {
  @TempDir Path directory;

  private Installation here;

  @BeforeEach
  void install() {
    here = new Installation(directory);
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void registers_an_output_mailbox_with_the_usual_settings() {
    MailboxView view = register(Drafts.output().senderName("XPTO desk"));

    assertThat(view.port()).isEqualTo(465);
    assertThat(view.address()).isEqualTo("desk@xpto.example");
    assertThat(view.hasPassword()).isTrue();
    assertThat(view.active()).isTrue();
    assertThat(view.checked()).isFalse();
    assertThat(view.status()).isEqualTo(MailboxStatus.NEVER_RUN);
    assertThat(get(view.id())).isEqualTo(view);
    assertThat(here.audited)
        .singleElement()
        .asString()
        .startsWith("mailbox.registered mailbox " + view.id() + " name: ")
        .contains("type: OUTPUT", "port: 465", "senderName: XPTO desk", "password: set");
  }

  @Test
  void tells_all_problems_at_once_and_keeps_nothing() {
    register(Drafts.input().name("Taken"));

    List<String> codes =
        problems(
            () ->
                register(Drafts.output().name("TAKEN").server("10.0.0.1").port(0).password(null)));

    assertThat(codes)
        .containsExactly("PORT_RANGE", "SERVER_FORBIDDEN", "NAME_TAKEN", "PASSWORD_MISSING");
    assertThat(here.call(mailboxes -> mailboxes.list(MailboxQuery.all(), Slice.first(9))).total())
        .isEqualTo(1);
  }

  @Test
  void an_unchanged_draft_changes_nothing() {
    MailboxView before = register(Drafts.input());
    here.audited.clear();

    MailboxView kept = change(before, Drafts.input().password(null));
    MailboxView repeated = change(before, Drafts.input());

    assertThat(kept).isEqualTo(before);
    assertThat(repeated).as("the same password again").isEqualTo(before);
    assertThat(here.audited).isEmpty();
  }

  @Test
  void a_change_raises_the_version_and_is_audited_with_before_and_after() {
    MailboxView before = register(Drafts.input());

    MailboxView after = change(before, Drafts.input().name("New").port(1993).password("other"));

    assertThat(after.name()).isEqualTo("New");
    assertThat(after.version()).isGreaterThan(before.version());
    assertThat(last(here.audited))
        .isEqualTo(
            "mailbox.changed mailbox "
                + before.id()
                + " name: %s → New, port: 993 → 1993, password: changed".formatted(before.name()));
  }

  @Test
  void a_change_based_on_an_old_version_is_refused() {
    MailboxView seen = register(Drafts.input());
    change(seen, Drafts.input().name("theirs"));

    assertThatThrownBy(() -> change(seen, Drafts.input().name("mine")))
        .isInstanceOf(MailboxChanged.class);
    assertThat(get(seen.id()).name()).isEqualTo("theirs");
  }

  @Test
  void the_type_is_fixed_after_saving() {
    MailboxView input = register(Drafts.input());

    assertThat(problems(() -> change(input, Drafts.output().name("x")))).contains("TYPE_FIXED");
    assertThat(change(input, Drafts.input().type(null)).type()).isEqualTo(MailboxType.INPUT);
  }

  @Test
  void another_server_or_user_needs_the_password_again() {
    MailboxView box = register(Drafts.input());

    assertThat(problems(() -> change(box, Drafts.input().password(null).server("imap.b.example"))))
        .containsExactly("PASSWORD_AGAIN");
    assertThat(problems(() -> change(box, Drafts.input().password(null).user("other@x.example"))))
        .containsExactly("PASSWORD_AGAIN");
    assertThat(change(box, Drafts.input().server("imap.b.example").password("new")).server())
        .isEqualTo("imap.b.example");
    assertThat(password(box.id())).contains("new");
  }

  @Test
  void another_port_or_security_keeps_the_password() {
    MailboxView box = register(Drafts.input());

    change(box, Drafts.input().password(null).security(Security.STARTTLS));

    assertThat(get(box.id()).port()).isEqualTo(143);
    assertThat(password(box.id())).contains("geheim-1");
  }

  @Test
  void a_password_is_forgotten_when_it_is_removed_or_no_longer_used() {
    MailboxView input = register(Drafts.input());
    MailboxView output = register(Drafts.output());

    change(input, Drafts.input().removePassword().active(false));
    change(output, Drafts.output().user(null).password(null));

    assertThat(get(input.id()).hasPassword()).isFalse();
    assertThat(get(output.id()).hasPassword()).isFalse();
    assertThat(problems(() -> here.run(mailboxes -> mailboxes.resume(input.id()))))
        .containsExactly("PASSWORD_MISSING");
  }

  @Test
  void pausing_and_resuming_twice_is_as_good_as_once() {
    MailboxId id = register(Drafts.input()).id();

    here.run(mailboxes -> mailboxes.pause(id));
    here.run(mailboxes -> mailboxes.pause(id));
    assertThat(get(id).status()).isEqualTo(MailboxStatus.PAUSED);
    here.run(mailboxes -> mailboxes.resume(id));
    here.run(mailboxes -> mailboxes.resume(id));

    assertThat(get(id).active()).isTrue();
    assertThat(here.audited)
        .endsWith(
            "mailbox.paused mailbox " + id + " active: true → false",
            "mailbox.resumed mailbox " + id + " active: false → true")
        .hasSize(3);
  }

  @Test
  void resuming_forgets_what_paused_it() {
    MailboxId id = register(Drafts.input()).id();
    refuseThreeTimes(id);
    assertThat(get(id).status()).isEqualTo(MailboxStatus.ERROR);

    here.run(mailboxes -> mailboxes.resume(id));

    assertThat(get(id).status()).isEqualTo(MailboxStatus.NEVER_RUN);
    assertThat(get(id).lastError()).isNull();
  }

  @Test
  void a_new_password_forgets_the_failures_of_the_old_one() {
    MailboxView box = register(Drafts.input());
    refuseThreeTimes(box.id());

    MailboxView healed =
        here.call(
            mailboxes ->
                mailboxes.change(
                    box.id(), Drafts.input().password("right").draft(), Optional.empty()));

    assertThat(healed.active()).isTrue();
    assertThat(healed.status()).isEqualTo(MailboxStatus.NEVER_RUN);
  }

  private void refuseThreeTimes(MailboxId id) {
    for (int i = 0; i < 3; i++) {
      here.access(access -> access.failed(id, Trouble.LOGIN, "535 no", Installation.NOON));
    }
  }

  @Test
  void a_mailbox_in_use_is_not_deleted() {
    MailboxId id = register(Drafts.output()).id();
    here.uses.add(new MailboxUsage.Use("contract", "4711"));

    assertThatThrownBy(() -> here.run(mailboxes -> mailboxes.delete(id)))
        .isInstanceOf(MailboxInUse.class)
        .hasMessageContaining("contract 4711");

    here.uses.clear();
    here.run(mailboxes -> mailboxes.delete(id));
    assertThatThrownBy(() -> get(id)).isInstanceOf(MailboxNotFound.class);
  }

  @Test
  void one_output_mailbox_is_the_default() {
    MailboxId first = register(Drafts.output().name("a")).id();
    MailboxId second = register(Drafts.output().name("b")).id();
    here.run(mailboxes -> mailboxes.makeDefault(first));
    here.run(mailboxes -> mailboxes.makeDefault(second));

    assertThat(get(first).defaultOutbox()).isFalse();
    assertThat(get(second).defaultOutbox()).isTrue();
    assertThat(here.call(Mailboxes::defaultOutbox)).map(MailboxView::id).contains(second);

    here.run(mailboxes -> mailboxes.delete(second));
    assertThat(here.call(Mailboxes::defaultOutbox)).isEmpty();
  }

  @Test
  void an_input_mailbox_is_never_the_default_outbox() {
    MailboxId id = register(Drafts.input()).id();

    assertThat(problems(() -> here.run(mailboxes -> mailboxes.makeDefault(id))))
        .containsExactly("TYPE_OUTPUT");
  }

  @Test
  void our_addresses_are_senders_and_users_that_are_addresses() {
    register(Drafts.input());
    register(Drafts.input().name("by name").user("dovecot-user"));
    register(Drafts.output());

    assertThat(here.call(Mailboxes::ownAddresses))
        .extracting(EmailAddress::value)
        .containsExactlyInAnyOrder("support@xpto.example", "desk@xpto.example");
  }

  @Test
  void an_input_mailbox_may_have_a_user_that_is_no_address() {
    MailboxView view = register(Drafts.input().user("XPTO\\desk").sender("desk@xpto.example"));

    assertThat(view.address()).isEqualTo("desk@xpto.example");
    assertThat(view.user()).isEqualTo("XPTO\\desk");
    assertThat(here.call(Mailboxes::ownAddresses))
        .containsExactly(new EmailAddress("desk@xpto.example"));
  }

  @Test
  void another_address_of_an_input_mailbox_is_no_other_inbox() {
    MailboxView view = register(Drafts.input());
    change(view, Drafts.input().password(null).sender("desk@xpto.example"));

    assertThat(get(view.id()).address()).isEqualTo("desk@xpto.example");
    assertThat(last(here.audited)).endsWith("address: support@xpto.example → desk@xpto.example");
  }

  @Test
  void the_problems_of_one_field_are_those_that_saving_would_tell() {
    register(Drafts.input().name("Taken"));
    Drafts wrong = Drafts.output().name("TAKEN").server("10.0.0.1").port(0).password(null);

    assertThat(problemsAt("name", wrong)).containsExactly("NAME_TAKEN");
    assertThat(problemsAt("server", wrong)).containsExactly("SERVER_FORBIDDEN");
    assertThat(problemsAt("port", wrong)).containsExactly("PORT_RANGE");
    assertThat(problemsAt("password", wrong)).containsExactly("PASSWORD_MISSING");
    assertThat(problemsAt("sender", wrong)).isEmpty();
  }

  @Test
  void the_problems_of_a_field_know_what_is_stored() {
    MailboxId stored = register(Drafts.input()).id();
    Drafts moved = Drafts.input().password(null).server("elsewhere.xpto.example");

    assertThat(problemsAt("password", moved, Optional.of(stored)))
        .containsExactly("PASSWORD_AGAIN");
    assertThat(problemsAt("name", moved, Optional.of(stored))).isEmpty();
  }

  private List<String> problemsAt(String field, Drafts drafts) {
    return problemsAt(field, drafts, Optional.empty());
  }

  private List<String> problemsAt(String field, Drafts drafts, Optional<MailboxId> stored) {
    List<Problem> problems =
        here.call(mailboxes -> mailboxes.problemsAt(field, drafts.draft(), stored));
    return problems.stream().map(Problem::code).toList();
  }

  @Test
  void a_mailbox_that_is_not_there_is_named() {
    assertThatThrownBy(() -> get(new MailboxId(99)))
        .isInstanceOf(MailboxNotFound.class)
        .hasMessageContaining("99");
  }

  private MailboxView register(Drafts drafts) {
    return here.call(mailboxes -> mailboxes.register(drafts.draft()));
  }

  private MailboxView change(MailboxView seen, Drafts drafts) {
    return here.call(
        mailboxes -> mailboxes.change(seen.id(), drafts.draft(), Optional.of(seen.version())));
  }

  private MailboxView get(MailboxId id) {
    return here.call(mailboxes -> mailboxes.get(id));
  }

  private Optional<String> password(MailboxId id) {
    return here.access(access -> access.account(id).orElseThrow().password())
        .map(org.mailroom.vault.Secret::reveal);
  }

  private static String last(List<String> lines) {
    return lines.get(lines.size() - 1);
  }

  private static List<String> problems(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(InvalidMailbox.class, call).problems().stream()
        .map(Problem::code)
        .toList();
  }
}
