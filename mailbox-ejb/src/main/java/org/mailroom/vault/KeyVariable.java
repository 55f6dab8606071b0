package org.mailroom.vault;

import java.security.GeneralSecurityException;

/** The environment variable: the two lines of a key file, or the same in base64. Only read. */
record KeyVariable(String text) implements KeySource {
  static final String NAME = "MAILROOM_MASTER_KEY";

  @Override
  public MasterKey read() throws GeneralSecurityException {
    return MasterKey.parse(text);
  }

  @Override
  public Object stamp() {
    return NAME;
  }

  @Override
  public boolean isWritable() {
    return false;
  }

  @Override
  public void replace(MasterKey key) {
    throw new UnsupportedOperationException("An environment variable is set from outside");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
