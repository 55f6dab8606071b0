package org.mailroom.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
  @TempDir Path directory;

  @Test
  void opens_what_it_sealed_even_after_a_restart() {
    byte[] sealed = vault("key").seal(Secret.of("geheim \"€\""), "mailbox:1");

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("geheim");
    assertThat(vault("key").open(sealed, "mailbox:1").reveal()).isEqualTo("geheim \"€\"");
  }

  @Test
  void a_secret_moved_to_another_mailbox_stays_shut() {
    byte[] sealed = vault("key").seal(Secret.of("x"), "mailbox:1");

    assertThatThrownBy(() -> vault("key").open(sealed, "mailbox:2"))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("mailbox:2");
  }

  @Test
  void another_installations_key_opens_nothing() {
    byte[] sealed = vault("key").seal(Secret.of("x"), "mailbox:1");

    assertThatThrownBy(() -> vault("other").open(sealed, "mailbox:1"))
        .isInstanceOf(SealBroken.class);
  }

  @Test
  void the_key_file_is_readable_by_its_owner_only() throws IOException {
    vault("key");

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("key"))))
        .isEqualTo("rw-------");
    assertThat(directory).isDirectoryContaining(file -> file.endsWith("key"));
  }

  @Test
  void a_file_that_is_no_key_is_named() throws IOException {
    Files.writeString(directory.resolve("key"), "nonsense");

    assertThatThrownBy(() -> vault("key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not a master key file");
  }

  @Test
  void knows_its_own_signature_in_any_case_and_its_beginning() {
    Vault vault = vault("key");
    String signature = vault.sign("subject", "4711");

    assertThat(signature).matches("[a-z2-7]{16}");
    assertThat(vault("key").signed("subject", "4711", signature.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(vault.signed("subject", "4711", signature.substring(0, 8))).isTrue();
    assertThat(vault.signed("subject", "4711", signature.substring(0, 7))).isFalse();
    assertThat(vault.signed("subject", "4712", signature)).isFalse();
    assertThat(vault.signed("message-id", "4711", signature)).isFalse();
  }

  private Vault vault(String file) {
    return new Vault(MasterKey.in(directory.resolve(file)));
  }
}
