package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.MailboxAccess.Trouble;

class MailboxAccessTest {
  private static final Instant NOON = Installation.NOON;

  @TempDir Path directory;

  private Installation here;
  private MailboxId box;

  @BeforeEach
  void register() {
    here = new Installation(directory);
    box = here.call(mailboxes -> mailboxes.register(Drafts.input().draft())).id();
  }

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void gives_the_present_settings_with_the_opened_password() {
    Account account = here.access(access -> access.account(box)).orElseThrow();

    assertThat(account.server()).isEqualTo("imap.xpto.example");
    assertThat(account.port()).isEqualTo(993);
    assertThat(account.protocol()).isEqualTo(Protocol.IMAP);
    assertThat(account.password().orElseThrow().reveal()).isEqualTo("geheim-1");
    assertThat(account.activeSince()).isEqualTo(NOON);
    assertThat(isThere(new MailboxId(99))).isFalse();
  }

  @Test
  void what_happens_to_a_mailbox_leaves_its_version_alone() {
    long before = view().version();

    worked(NOON);
    failed(Trouble.NETWORK, "no route");

    assertThat(view().version()).isEqualTo(before);
    assertThat(view().lastSuccess()).isEqualTo(NOON);
    assertThat(view().lastError()).isEqualTo("no route");
    assertThat(view().status()).isEqualTo(MailboxStatus.WARNING);
  }

  @Test
  void working_proves_the_settings_and_clears_the_warning() {
    failed(Trouble.NETWORK, "no route");
    worked(NOON);

    assertThat(view().status()).isEqualTo(MailboxStatus.OK);
    assertThat(view().checked()).isTrue();
  }

  @Test
  void the_third_refused_log_in_pauses_and_keeps_its_reason() {
    assertThat(failed(Trouble.LOGIN, "535 one")).isFalse();
    assertThat(failed(Trouble.LOGIN, "535 two")).isFalse();
    assertThat(here.access(MailboxAccess::activeInputs)).containsExactly(box);

    assertThat(failed(Trouble.LOGIN, "535 three")).isTrue();
    assertThat(failed(Trouble.NETWORK, "time-out")).isTrue();

    assertThat(here.access(MailboxAccess::activeInputs)).isEmpty();
    assertThat(view().active()).isFalse();
    assertThat(view().status()).isEqualTo(MailboxStatus.ERROR);
    assertThat(view().lastError()).isEqualTo("535 three");
    assertThat(here.audited)
        .filteredOn(line -> line.startsWith("mailbox.paused"))
        .containsExactly("mailbox.paused mailbox " + box + " log-in refused three times");
  }

  @Test
  void trouble_in_a_mailbox_that_is_gone_stops_whoever_uses_it() {
    here.run(mailboxes -> mailboxes.delete(box));

    assertThat(failed(Trouble.NETWORK, "x")).isTrue();
    worked(NOON);
  }

  @Test
  void a_passed_check_counts_for_the_settings_it_was_of() {
    passedCheck(view().version() - 1);
    assertThat(view().checked()).isFalse();

    passedCheck(view().version());
    assertThat(view().checked()).isTrue();
  }

  @Test
  void a_target_inside_is_refused_unless_allowed() {
    assertThat(target("127.0.0.1").isLoopbackAddress()).isTrue();
    assertThatThrownBy(() -> target("10.0.0.1")).isInstanceOf(ForbiddenTarget.class);
  }

  private InetAddress target(String server) {
    return here.access(
        access -> {
          try {
            return access.target(server);
          } catch (UnknownHostException unknown) {
            throw new UncheckedIOException(unknown);
          }
        });
  }

  private boolean isThere(MailboxId id) {
    return here.access(access -> access.account(id)).isPresent();
  }

  private MailboxView view() {
    return here.call(mailboxes -> mailboxes.get(box));
  }

  private void worked(Instant at) {
    here.access(
        access -> {
          access.worked(box, at);
          return null;
        });
  }

  private boolean failed(Trouble trouble, String words) {
    return here.access(access -> access.failed(box, trouble, words, NOON));
  }

  private void passedCheck(long version) {
    here.access(
        access -> {
          access.passedCheck(box, version);
          return null;
        });
  }
}
