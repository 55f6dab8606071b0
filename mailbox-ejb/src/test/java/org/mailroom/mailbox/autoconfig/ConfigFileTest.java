package org.mailroom.mailbox.autoconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailbox.Security;
import org.mailroom.mailbox.autoconfig.ConfigFile.Entry;

class ConfigFileTest {
  private static final EmailAddress ADDRESS = new EmailAddress("desk@xpto.example");

  @Test
  void the_servers_for_reading_come_in_the_order_of_the_file() {
    assertThat(entries(Samples.CONFIG, MailboxType.INPUT))
        .containsExactly(
            new Entry(
                Protocol.IMAP,
                "imap.xpto.example",
                993,
                Security.TLS,
                List.of(Authentication.OAUTH2, Authentication.PASSWORD),
                "desk@xpto.example"),
            new Entry(
                Protocol.POP3,
                "pop.xpto.example",
                110,
                Security.STARTTLS,
                List.of(Authentication.PASSWORD),
                "desk"));
  }

  @Test
  void the_server_for_sending_may_want_nobody_to_sign_in() {
    assertThat(entries(Samples.CONFIG, MailboxType.OUTPUT))
        .containsExactly(
            new Entry(
                null,
                "smtp.xpto.example",
                587,
                Security.STARTTLS,
                List.of(Authentication.PASSWORD),
                "xpto.example\\desk"),
            new Entry(
                null,
                "relay.xpto.example",
                465,
                Security.TLS,
                List.of(Authentication.NONE),
                "desk@xpto.example"));
  }

  @Test
  void a_server_without_tls_or_without_sense_is_left_out() {
    String file =
        Samples.incoming("imap", "imap.xpto.example", "143", "plain")
            + Samples.incoming("imap", "imap xpto", "993", "SSL")
            + Samples.incoming("imap", "imap.xpto.example", "70000", "SSL")
            + Samples.incoming("imap", "imap.xpto.example", "x", "SSL")
            + Samples.incoming("exchange", "imap.xpto.example", "443", "SSL");
    assertThat(entries(Samples.config(file), MailboxType.INPUT)).isEmpty();
  }

  @Test
  void a_page_is_no_such_file() {
    assertThat(ConfigFile.parse("<html><body>Welcome</body></html>", ADDRESS)).isEmpty();
    assertThat(ConfigFile.parse("404", ADDRESS)).isEmpty();
    assertThat(ConfigFile.parse("", ADDRESS)).isEmpty();
  }

  @Test
  void entities_are_not_resolved() {
    String bomb =
        "<!DOCTYPE clientConfig [<!ENTITY host SYSTEM \"file:///etc/hostname\">]>"
            + Samples.config(Samples.incoming("imap", "&host;", "993", "SSL"));
    assertThat(ConfigFile.parse(bomb, ADDRESS)).isEmpty();
  }

  private static List<Entry> entries(String file, MailboxType type) {
    return ConfigFile.parse(file, ADDRESS).orElseThrow().entries(type);
  }
}
