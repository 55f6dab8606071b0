package org.mailroom.transfer.seal;

/** A sealed secret does not open with this passphrase. */
public final class WrongPassphrase extends Exception {
  private static final long serialVersionUID = 1L;

  WrongPassphrase(Exception cause) {
    super("The passphrase does not open the secret", cause);
  }
}
