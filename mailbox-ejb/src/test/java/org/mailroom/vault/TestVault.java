package org.mailroom.vault;

import java.nio.file.Path;

/** The real vault with a key file of the test's own. */
public final class TestVault {
  private TestVault() {}

  /** Makes the key if the directory holds none. */
  public static Vault in(Path directory) {
    return new Vault(MasterKey.in(directory.resolve("master.key")));
  }
}
