package org.mailroom.people.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.vault.Secret;

class PasswordHashTest {
  private static final Secret RIGHT = Secret.of("correct horse");

  @Test
  void matches_the_password_it_was_made_of_and_no_other() {
    PasswordHash hash = PasswordHash.of(RIGHT);

    assertThat(hash.matches(RIGHT)).isTrue();
    assertThat(hash.matches(Secret.of("Correct horse"))).isFalse();
    assertThat(hash.matches(Secret.of(""))).isFalse();
  }

  @Test
  void is_salted_and_says_how_it_was_made() {
    PasswordHash one = PasswordHash.of(RIGHT);
    PasswordHash other = PasswordHash.of(RIGHT);

    assertThat(one).isNotEqualTo(other);
    assertThat(one.value()).startsWith("PBKDF2WithHmacSHA512:210000:").doesNotContain("horse");
  }

  @Test
  void still_reads_a_hash_made_with_fewer_iterations() {
    // the first inputs of RFC 6070, with SHA-512: password "password", salt "salt"
    PasswordHash old =
        new PasswordHash(
            "PBKDF2WithHmacSHA512:1:c2FsdA==:hn9wzxreAs/zdSWZo6U9xK80x6ZpgVrl1RNVThyM8lI=");

    assertThat(old.matches(Secret.of("password"))).isTrue();
  }

  @Test
  void never_prints_itself() {
    assertThat(PasswordHash.of(RIGHT)).hasToString("•••");
  }

  @Test
  void generated_passwords_are_long_different_and_easy_to_copy() {
    String one = GeneratedPassword.next().reveal();

    assertThat(one).hasSize(20).doesNotContainPattern("[0O1lI]");
    assertThat(GeneratedPassword.next().reveal()).isNotEqualTo(one);
  }
}
