package org.mailroom.mailbox.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.bearer.Dovecot;
import org.mailroom.inbound.AccountFixture;
import org.mailroom.mailbox.CheckCode;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.CheckReport.Step;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.socket.AllowedHosts;
import org.mailroom.mailbox.socket.Targets;

/** Checks of accounts that show a token, against a real Dovecot. */
class RefusedTokenTest {
  private static final AllowedHosts HERE = AllowedHosts.of(List.of("127.0.0.1"));

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void fails_at_the_log_in_whatever_the_protocol(Protocol protocol, @TempDir Path home)
      throws Exception {
    try (Dovecot server = new Dovecot(home, "xoauth2").accepts("good")) {
      CheckReport refused = check(account(server, protocol).byToken("bad"));

      Step last = refused.failure().orElseThrow();
      assertThat(last.name()).isEqualTo("login");
      assertThat(last.code()).isEqualTo(CheckCode.TOKEN_REFUSED);
      assertThat(check(account(server, protocol).byToken("good")))
          .satisfies(report -> assertThat(report.ok()).as(report.toString()).isTrue());
    }
  }

  private static AccountFixture account(Dovecot server, Protocol protocol) {
    return protocol == Protocol.IMAP
        ? AccountFixture.imap(server.imapPort())
        : AccountFixture.pop3(server.pop3Port());
  }

  private static CheckReport check(Account account) throws GeneralSecurityException {
    Targets targets = new Targets(HERE, InetAddress::getAllByName);
    return new ConnectionCheck(
            Visit.Terms.of(HERE, targets, Clock.systemUTC(), Duration.ofSeconds(30)))
        .run(account);
  }
}
