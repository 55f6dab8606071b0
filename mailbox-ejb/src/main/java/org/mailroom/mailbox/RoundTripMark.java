package org.mailroom.mailbox;

import java.util.UUID;
import org.mailroom.vault.Vault;

/**
 * Marks a message that is sent only to see whether it arrives, so that it never becomes a request.
 * Signed: nobody else can make mail that is overlooked.
 */
public final class RoundTripMark {
  /** The header that holds the mark. */
  public static final String HEADER = "X-Mailroom-Round-Trip";

  private static final String PURPOSE = "round-trip";

  private final Vault vault;

  public RoundTripMark(Vault vault) {
    this.vault = vault;
  }

  /** A mark that there was never before. */
  public String next() {
    String token = UUID.randomUUID().toString();
    return token + "." + vault.sign(PURPOSE, token);
  }

  /** Whether this installation has made it. */
  public boolean isOurs(String mark) {
    String text = mark.strip();
    int dot = text.lastIndexOf('.');
    return dot > 0 && vault.signed(PURPOSE, text.substring(0, dot), text.substring(dot + 1));
  }
}
