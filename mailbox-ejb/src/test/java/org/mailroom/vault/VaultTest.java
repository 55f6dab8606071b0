package org.mailroom.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
  void a_file_that_is_no_key_is_left_alone_and_named_when_something_is_to_be_kept()
      throws IOException {
    Files.writeString(directory.resolve("key"), "nonsense");
    Vault vault = vault("key");

    assertThatThrownBy(() -> vault.seal(Secret.of("x"), "mailbox:1"))
        .isInstanceOf(NoMasterKey.class)
        .hasMessageContaining("key does not hold a master key of Mailroom");
    assertThat(vault.sign("subject", "4711")).as("what needs no secret goes on").hasSize(16);
    assertThat(directory.resolve("key")).hasContent("nonsense");
  }

  @Test
  void the_right_file_put_back_is_taken_up_without_a_restart() throws IOException {
    byte[] sealed = vault("key").seal(Secret.of("x"), "mailbox:1");
    Files.move(directory.resolve("key"), directory.resolve("kept"));
    Files.writeString(directory.resolve("key"), "nonsense");
    Vault vault = vault("key");

    Files.move(
        directory.resolve("kept"), directory.resolve("key"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(vault.open(sealed, "mailbox:1").reveal()).isEqualTo("x");
    vault.seal(Secret.of("y"), "mailbox:2");
  }

  @Test
  void a_file_that_vanishes_is_not_made_anew_while_the_key_is_known() throws IOException {
    Vault vault = vault("key");
    byte[] sealed = vault.seal(Secret.of("x"), "mailbox:1");
    Files.delete(directory.resolve("key"));

    assertThatThrownBy(() -> vault.seal(Secret.of("y"), "mailbox:2"))
        .isInstanceOf(NoMasterKey.class)
        .hasMessageContaining("is gone");
    assertThat(vault.open(sealed, "mailbox:1").reveal()).isEqualTo("x");
  }

  @Test
  void the_variable_takes_the_lines_as_they_are_or_in_base64() throws IOException {
    byte[] sealed = vault("key").seal(Secret.of("x"), "mailbox:1");
    String lines = Files.readString(directory.resolve("key"));
    String base64 = Base64.getEncoder().encodeToString(lines.getBytes(StandardCharsets.UTF_8));

    for (String value : List.of(lines, lines.replace("\n", " "), lines.replace("\n", ""), base64)) {
      Vault vault = new Vault(TestVault.keyring(Map.of("MAILROOM_MASTER_KEY", value)));
      assertThat(vault.open(sealed, "mailbox:1").reveal()).isEqualTo("x");
    }
  }

  @Test
  void another_node_takes_up_the_new_key_without_a_restart() {
    Vault other = vault("key");
    byte[] before = other.seal(Secret.of("a"), "mailbox:1");
    String signature = other.sign("subject", "4711");
    Keyring changed = keyring("key");
    KeyId added = changed.add();
    byte[] after = new Vault(changed).seal(Secret.of("b"), "mailbox:2");

    assertThat(KeyId.ofSealed(after)).contains(added);
    assertThat(other.open(after, "mailbox:2").reveal()).isEqualTo("b");
    assertThat(other.open(before, "mailbox:1").reveal()).isEqualTo("a");
    assertThat(KeyId.ofSealed(other.seal(Secret.of("c"), "mailbox:3"))).contains(added);
    assertThat(new Vault(changed).sign("subject", "4711")).isNotEqualTo(signature);
    assertThat(new Vault(changed).signed("subject", "4711", signature)).isTrue();
  }

  @Test
  void a_signature_under_a_new_key_is_known_to_a_node_that_had_the_old_one() {
    Vault other = vault("key");
    Keyring changed = keyring("key");
    changed.add();

    assertThat(other.signed("subject", "4711", new Vault(changed).sign("subject", "4711")))
        .isTrue();
  }

  @Test
  void a_dropped_key_opens_nothing_more_but_what_it_signed_stays_ours() throws IOException {
    Vault vault = vault("key");
    byte[] sealed = vault.seal(Secret.of("a"), "mailbox:1");
    String signature = vault.sign("subject", "4711");
    String before = Files.readString(directory.resolve("key"));
    Keyring keyring = keyring("key");
    KeyId first = keyring.key().present(KeyPurpose.SEAL);
    KeyId second = keyring.add();
    keyring.drop(Set.of(first));

    assertThat(keyring.key().ids(KeyPurpose.SEAL)).containsExactly(second);
    assertThat(keyring.key().ids(KeyPurpose.SIGN)).hasSize(2);
    assertThatThrownBy(() -> vault("key").open(sealed, "mailbox:1")).isInstanceOf(SealBroken.class);
    assertThat(vault("key").signed("subject", "4711", signature)).isTrue();
    Path backup = directory.resolve("key.before-" + second);
    assertThat(backup).hasContent(before);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
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
    return new Vault(keyring(file));
  }

  private Keyring keyring(String file) {
    return TestVault.keyring(
        Map.of("MAILROOM_MASTER_KEY_FILE", directory.resolve(file).toString()));
  }
}
