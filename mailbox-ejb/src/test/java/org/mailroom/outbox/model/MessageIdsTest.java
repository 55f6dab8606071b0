package org.mailroom.outbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.PlainVault;

class MessageIdsTest {
  private final MessageIds ids = new MessageIds(new PlainVault());

  @Test
  void names_the_senders_domain() {
    assertThat(ids.next("xpto.example")).matches("<[0-9a-f-]{36}\\.[a-z2-7]{16}@xpto\\.example>");
  }

  @Test
  void writes_an_international_domain_in_ascii() {
    assertThat(ids.next("bücher.example")).endsWith("@xn--bcher-kva.example>");
  }

  @Test
  void no_two_are_the_same() {
    assertThat(ids.next("xpto.example")).isNotEqualTo(ids.next("xpto.example"));
  }

  @Test
  void knows_its_own_again() {
    String ours = ids.next("xpto.example");

    assertThat(ids.ours(ours)).contains(ours);
    assertThat(ids.ours(" " + ours.toUpperCase(Locale.ROOT) + " ")).contains(ours);
    assertThat(ids.ours(ours.substring(1, ours.length() - 1))).contains(ours);
  }

  @Test
  void does_not_know_a_changed_or_foreign_one() {
    String ours = ids.next("xpto.example");
    String changed = ours.replace(ours.charAt(1), ours.charAt(1) == 'a' ? 'b' : 'a');

    assertThat(ids.ours(changed)).isEmpty();
    assertThat(ids.ours("<CAF+1234@mail.gmail.com>")).isEmpty();
    assertThat(ids.ours("")).isEmpty();
  }
}
