package org.mailroom.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.check.RealServers;

/** Waiting for news of a real server, with and without TLS. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class DovecotIdleTest {
  @RegisterExtension static final RealServers SERVERS = new RealServers();

  @Test
  void reads_what_comes_while_it_waits() throws Exception {
    waits(Security.NONE, "plain");
  }

  @Test
  void waits_under_tls_too() throws Exception {
    waits(Security.TLS, "tls");
  }

  private void waits(Security security, String name) throws Exception {
    // a database rounds what is finer, and then a mailbox is due a moment after the one round
    try (Idling idling = new Idling(account(security), Clock.tickMillis(ZoneOffset.UTC))) {
      idling.round();
      idling.awaitWaiting();
      int before = idling.subjects().size();
      SERVERS.put(name + ".1", IdleTest.mail(name));
      long put = System.nanoTime();

      idling.awaitMail(before + 1);
      // on a busy machine; the server itself tells after half a second, and is asked after a minute
      assertThat(Duration.ofNanos(System.nanoTime() - put)).isLessThan(Duration.ofSeconds(40));
      idling.awaitWaiting();
    }
  }

  private static Account account(Security security) {
    AccountFixture fixture =
        AccountFixture.imap(SERVERS.port("imap", security, "PLAIN")).password(RealServers.PASSWORD);
    return (security == Security.TLS ? fixture.tls() : fixture).credulous();
  }
}
