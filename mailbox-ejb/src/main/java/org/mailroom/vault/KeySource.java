package org.mailroom.vault;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.mailroom.environment.Environment;

/** Where the master key is kept. */
interface KeySource {
  /** {@code MAILROOM_MASTER_KEY} if it is set, else the key file. */
  static KeySource of(Environment environment) {
    return environment
        .text(KeyVariable.NAME)
        .<KeySource>map(KeyVariable::new)
        .orElseGet(() -> new KeyFile(environment.masterKeyFile()));
  }

  /** Reads the key; a file that is not there is made. */
  MasterKey read() throws IOException, GeneralSecurityException;

  /** Something that is another one once the key may be another one; null if there is nothing. */
  Object stamp();

  /** Whether {@link #replace} works. */
  boolean isWritable();

  /** Puts another key in the place of the present one, which is kept beside it. */
  void replace(MasterKey key) throws IOException;

  /** Its name for the operator. */
  String name();
}
