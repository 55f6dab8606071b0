package org.mailroom.mailbox.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.ForbiddenTarget;

class TargetsTest {
  @Test
  void a_public_server_is_where_dns_says() throws UnknownHostException {
    assertThat(targets("192.0.2.1", "192.0.2.2").addressOf("mail.example.org").getHostAddress())
        .isEqualTo("192.0.2.1");
  }

  @Test
  void a_name_that_leads_inside_by_any_of_its_addresses_is_refused() {
    assertThatThrownBy(() -> targets("192.0.2.1", "10.0.0.1").addressOf("mail.example.org"))
        .isInstanceOf(ForbiddenTarget.class)
        .hasMessageContaining("mail.example.org")
        .hasMessageContaining("MAILROOM_ALLOWED_HOSTS");
  }

  @Test
  void a_name_that_does_not_resolve_is_said_to_be_unknown() {
    Targets targets =
        new Targets(
            AllowedHosts.of(List.of()),
            name -> {
              throw new UnknownHostException(name);
            });

    assertThatThrownBy(() -> targets.addressOf("nowhere.example"))
        .isInstanceOf(UnknownHostException.class);
  }

  private static Targets targets(String... addresses) {
    InetAddress[] resolved =
        Stream.of(addresses)
            .map(address -> ServerName.literal(address).orElseThrow())
            .toArray(InetAddress[]::new);
    return new Targets(AllowedHosts.of(List.of()), name -> resolved);
  }
}
