package org.mailroom.token.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.mailroom.vault.Secret;

/** The text of a token: {@code mrt_} and 256 random bits, and what is kept of it. */
public final class TokenText {
  public static final String PREFIX = "mrt_";

  private static final int BYTES = 32;
  private static final int SHOWN = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenText() {}

  public static Secret next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Secret.of(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  public static String beginning(Secret token) {
    return token.reveal().substring(0, SHOWN);
  }

  /** A fast digest will do: nobody guesses 256 random bits. */
  public static String digest(Secret token) {
    try {
      byte[] bytes = token.reveal().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
