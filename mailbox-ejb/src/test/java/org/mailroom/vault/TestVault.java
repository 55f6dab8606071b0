package org.mailroom.vault;

import java.nio.file.Path;
import java.util.Map;
import org.mailroom.environment.Environment;

/** The real vault with a key file of the test's own. */
public final class TestVault {
  private TestVault() {}

  /** Makes the key if the directory holds none. */
  public static Vault in(Path directory) {
    return new Vault(keyring(Map.of("MAILROOM_DATA_DIR", directory.toString())));
  }

  static Keyring keyring(Map<String, String> variables) {
    return new Keyring(Environment.of(variables::get));
  }
}
