package org.mailroom.request;

import java.util.Locale;
import org.mailroom.vault.Vault;

/** Signs without a key file; predictable. */
public final class FixedVault extends Vault {
  @Override
  public String sign(String purpose, String text) {
    return (purpose + text.replaceAll("[0-9]", "x") + "abcdefghijklmnop").substring(0, 16);
  }

  @Override
  public boolean signed(String purpose, String text, String signature) {
    return sign(purpose, text).startsWith(signature.toLowerCase(Locale.ROOT));
  }
}
