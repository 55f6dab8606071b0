package org.mailroom.transfer.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mailroom.transfer.model.Sealing;
import org.mailroom.vault.Secret;

class PassphraseSealTest {
  private static final Secret PASSPHRASE = Secret.of("correct horse battery staple");
  private static final String CONTEXT = "mailboxes/xpto out/sealedPassword";

  private final PassphraseSeal seal = PassphraseSeal.fresh(PASSPHRASE);

  @Test
  void what_was_sealed_opens_with_the_same_passphrase_elsewhere() throws WrongPassphrase {
    String sealed = seal.seal(Secret.of("Gehéim"), CONTEXT);

    PassphraseSeal elsewhere = PassphraseSeal.of(seal.sealing(), PASSPHRASE);

    assertThat(elsewhere.open(sealed, CONTEXT)).isEqualTo(Secret.of("Gehéim"));
    assertThat(sealed).doesNotContain("Geh");
    assertThat(seal.seal(Secret.of("Gehéim"), CONTEXT)).isNotEqualTo(sealed);
  }

  @Test
  void it_opens_with_no_other_passphrase_for_nothing_else_and_not_when_changed() {
    String sealed = seal.seal(Secret.of("geheim"), CONTEXT);
    PassphraseSeal other = PassphraseSeal.of(seal.sealing(), Secret.of("another passphrase"));

    assertThatThrownBy(() -> other.open(sealed, CONTEXT)).isInstanceOf(WrongPassphrase.class);
    assertThatThrownBy(() -> seal.open(sealed, "mailboxes/b/sealedPassword"))
        .isInstanceOf(WrongPassphrase.class);
    String changed = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);
    assertThatThrownBy(() -> seal.open(changed, CONTEXT)).isInstanceOf(WrongPassphrase.class);
    assertThatThrownBy(() -> seal.open("no Base64!", CONTEXT)).isInstanceOf(WrongPassphrase.class);
    assertThatThrownBy(() -> seal.open("", CONTEXT)).isInstanceOf(WrongPassphrase.class);
  }

  @Test
  void a_weak_endless_or_unknown_way_is_refused() {
    String salt = seal.sealing().salt();

    assertRefused(new Sealing("MD5", 600_000, salt));
    assertRefused(new Sealing(seal.sealing().kdf(), 1, salt));
    assertRefused(new Sealing(seal.sealing().kdf(), 2_000_000_000, salt));
    assertRefused(new Sealing(seal.sealing().kdf(), 600_000, "c2FsdA=="));
    assertRefused(new Sealing(seal.sealing().kdf(), 600_000, "?"));
  }

  private static void assertRefused(Sealing sealing) {
    assertThatThrownBy(() -> PassphraseSeal.of(sealing, PASSPHRASE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
