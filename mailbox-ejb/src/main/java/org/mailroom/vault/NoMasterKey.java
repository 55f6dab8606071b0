package org.mailroom.vault;

import org.mailroom.failure.Conflict;

/** No secret can be kept, as the master key cannot be read. */
public class NoMasterKey extends Conflict {
  private static final long serialVersionUID = 1L;

  private NoMasterKey(String trouble) {
    super("No password or other secret can be kept now. " + trouble);
  }

  static void refuse(String trouble) {
    throw new NoMasterKey(trouble);
  }
}
