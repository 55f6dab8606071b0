package org.mailroom.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.database.TestDatabase;
import org.mailroom.environment.Environment;
import org.mailroom.environment.SettableClock;
import org.mailroom.vault.jpa.KeyRecords;

/** The change of keys over a real database, the real vault and secrets in memory. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
abstract class ResealingContract {
  private static final int MANY = 250;

  @TempDir Path directory;

  private final KeptSecrets passwords = new KeptSecrets("passwords");
  private final KeptSecrets tokens = new KeptSecrets("tokens");
  private final Keepers keepers = new Keepers(List.of(tokens, passwords));
  private final KeyHealth health = new KeyHealth();
  private final List<String> audited = new ArrayList<>();
  private final Map<String, String> variables = new HashMap<>();
  private TestDatabase database;
  private Keyring keyring;
  private final SettableClock clock = new SettableClock();

  abstract TestDatabase database();

  @BeforeEach
  void install() {
    database = database();
    variables.put("MAILROOM_DATA_DIR", directory.toString());
    keyring = TestVault.keyring(variables);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void seals_everything_anew_then_drops_the_old_key() {
    fill(passwords, MANY);
    fill(tokens, 3);
    KeyId first = present();

    assertThat(rotate().total()).isEqualTo(MANY + 3);
    assertThat(open(passwords, 7)).as("readable meanwhile").isEqualTo("secret 7");
    untilQuiet();

    assertThat(rotation().state()).isEqualTo(RotationState.SETTLING);
    assertThat(keyring.key().ids(KeyPurpose.SEAL)).contains(first);
    finish();

    assertThat(keyring.key().ids(KeyPurpose.SEAL)).containsExactly(present()).doesNotContain(first);
    assertThat(keepers.census()).isEqualTo(Map.of(present(), MANY + 3L));
    assertThat(open(passwords, MANY)).isEqualTo("secret " + MANY);
    assertThat(rotation().done()).isEqualTo(MANY + 3);
    assertThat(audited.get(0)).startsWith("key.rotation_started master key sealingKey: " + first);
    assertThat(audited.get(1)).startsWith("key.rotated master key dropped=[" + first + "]");
  }

  @Test
  void goes_on_where_it_was_when_the_process_dies() {
    fill(passwords, MANY);
    rotate();
    step();
    assertThat(rotation().done()).isEqualTo(100);

    keyring = TestVault.keyring(variables);
    finish();

    assertThat(rotation().done()).isEqualTo(MANY);
    assertThat(keepers.census()).containsOnlyKeys(present());
  }

  @Test
  void takes_up_a_change_whose_note_was_lost_with_its_process() {
    fill(passwords, 1);
    keyring.add();

    step();

    assertThat(rotation().state()).isEqualTo(RotationState.RESEALING);
    assertThat(rotation().startedBy()).isEqualTo("system");
  }

  @Test
  void what_a_person_saves_meanwhile_stays() {
    fill(passwords, 2);
    rotate();
    passwords.meanwhile(() -> passwords.keep(1, seal(passwords, 1, "newer")));

    finish();

    assertThat(open(passwords, 1)).isEqualTo("newer");
    assertThat(open(passwords, 2)).isEqualTo("secret 2");
  }

  @Test
  void a_secret_saved_under_the_old_key_at_the_last_moment_is_met_on_another_walk() {
    fill(passwords, 1);
    byte[] late = seal(passwords, 2, "late");
    rotate();
    untilQuiet();
    passwords.keep(2, late);

    finish();

    assertThat(open(passwords, 2)).isEqualTo("late");
    assertThat(keepers.census()).containsOnlyKeys(present());
  }

  @Test
  void a_secret_that_no_key_opens_stands_in_nobodys_way() {
    fill(passwords, 2);
    passwords.keep(2, seal(tokens, 9, "moved here from elsewhere"));
    rotate();

    finish();

    assertThat(rotation().state()).isEqualTo(RotationState.FINISHED);
    assertThat(rotation().lost()).isEqualTo(1);
  }

  @Test
  void one_change_at_a_time() {
    fill(passwords, 1);
    rotate();

    assertThatThrownBy(this::rotate).isInstanceOf(RotationRefused.class);
  }

  @Test
  void another_key_file_beside_the_database_is_told_and_a_new_password_heals() throws IOException {
    fill(passwords, 2);
    look();
    Files.delete(directory.resolve("master.key"));
    keyring = TestVault.keyring(variables);

    assertThat(look()).isEqualTo(new KeyStatus(null, 2));
    assertThat(view().keys())
        .filteredOn(key -> key.purpose() == KeyPurpose.SEAL)
        .extracting(KeyView::atHand, KeyView::secrets)
        .containsExactly(tuple(true, 0L), tuple(false, 2L));

    passwords.keep(1, seal(passwords, 1, "again"));
    passwords.keep(2, seal(passwords, 2, "again"));
    assertThat(look().isWell()).isTrue();
  }

  @Test
  void with_the_key_in_the_environment_the_operator_gets_a_file_with_the_line_to_set()
      throws IOException {
    fill(passwords, 3);
    setVariable(Files.readString(directory.resolve("master.key")));
    KeyId first = present();

    RotationView waiting = rotate();
    assertThat(waiting.state()).isEqualTo(RotationState.WAITING);
    assertThat(present()).isEqualTo(first);
    assertThatThrownBy(this::rotate).hasMessageContaining(waiting.handedOver());

    setVariable(Files.readString(Path.of(waiting.handedOver())));
    assertThat(present()).isEqualTo(waiting.key()).isNotEqualTo(first);
    assertThat(rotate().state()).isEqualTo(RotationState.RESEALING);
    finish();
    assertThat(keepers.census()).containsOnlyKeys(present());

    setVariable(Files.readString(Path.of(rotation().handedOver())));
    assertThat(keyring.key().ids(KeyPurpose.SEAL)).containsExactly(waiting.key());
    assertThat(open(passwords, 3)).isEqualTo("secret 3");
  }

  private void setVariable(String line) {
    variables.put("MAILROOM_MASTER_KEY", line);
    keyring = TestVault.keyring(variables);
  }

  private void fill(KeptSecrets keeper, int many) {
    for (int id = 1; id <= many; id++) {
      keeper.keep(id, seal(keeper, id, "secret " + id));
    }
  }

  private byte[] seal(KeptSecrets keeper, long id, String secret) {
    return new Vault(keyring).seal(Secret.of(secret), keeper.context(id));
  }

  private String open(KeptSecrets keeper, long id) {
    return new Vault(keyring).open(keeper.sealed(id), keeper.context(id)).reveal();
  }

  private KeyId present() {
    return keyring.key().present(KeyPurpose.SEAL);
  }

  private RotationView rotate() {
    return in(records -> keys(records).rotate());
  }

  private RotationView rotation() {
    return in(records -> records.rotation().view());
  }

  private KeysView view() {
    return in(records -> keys(records).view());
  }

  private KeyStatus look() {
    return in(records -> watch(records).look());
  }

  private boolean step() {
    return in(records -> resealing(records).step());
  }

  private void untilQuiet() {
    while (step()) {
      assertThat(rotation().done()).isLessThan(10_000);
    }
  }

  private void finish() {
    for (int round = 0; round < 5 && rotation().state() != RotationState.FINISHED; round++) {
      untilQuiet();
      clock.pass(Duration.ofMinutes(3));
    }
    assertThat(rotation().state()).isEqualTo(RotationState.FINISHED);
  }

  private <T> T in(Function<KeyRecords, T> work) {
    return database.transaction("mailbox", entities -> work.apply(new KeyRecords(entities)));
  }

  private Keys keys(KeyRecords records) {
    Keys keys = new Keys();
    keys.keyring = keyring;
    keys.keepers = keepers;
    keys.records = records;
    keys.watch = watch(records);
    keys.health = health;
    keys.audit = audit();
    keys.clock = clock;
    return keys;
  }

  private KeyWatch watch(KeyRecords records) {
    KeyWatch watch = new KeyWatch();
    watch.keyring = keyring;
    watch.keepers = keepers;
    watch.records = records;
    watch.health = health;
    watch.clock = clock;
    return watch;
  }

  private Resealing resealing(KeyRecords records) {
    Resealing resealing = new Resealing();
    resealing.keyring = keyring;
    resealing.keepers = keepers;
    resealing.records = records;
    resealing.vault = new Vault(keyring);
    resealing.audit = audit();
    resealing.environment = Environment.of(variables::get);
    resealing.clock = clock;
    return resealing;
  }

  private Audit audit() {
    return new Audit() {
      @Override
      public void note(String action, String subject, String detail) {
        audited.add(action + " " + subject + " " + detail);
      }

      @Override
      public void changed(String action, String subject, List<Change> changes) {
        note(action, subject, changes.get(0).toString());
      }

      @Override
      public String caller() {
        return "ana";
      }
    };
  }
}
