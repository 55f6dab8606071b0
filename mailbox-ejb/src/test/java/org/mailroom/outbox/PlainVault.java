package org.mailroom.outbox;

import org.mailroom.vault.Vault;

/** Signs in a way that tests can foresee. */
public final class PlainVault extends Vault {
  @Override
  public String sign(String purpose, String text) {
    String digits = Integer.toUnsignedString((purpose + text).hashCode(), 8);
    String letters = digits.replace('0', 'a').replace('1', 'b');
    return (letters + "cccccccccccccccc").substring(0, 16);
  }

  @Override
  public boolean signed(String purpose, String text, String signature) {
    return sign(purpose, text).equals(signature);
  }
}
