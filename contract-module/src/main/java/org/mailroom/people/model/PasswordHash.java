package org.mailroom.people.model;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.mailroom.vault.Secret;

/**
 * A salted, slow hash of a password: PBKDF2 with HMAC-SHA-512, 210,000 iterations (OWASP), 32 bytes
 * of salt. Written as {@code algorithm:iterations:salt:hash}, so that a stronger setting later
 * still reads the old ones.
 */
public record PasswordHash(String value) {
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ITERATIONS = 210_000;
  private static final int SALT_BYTES = 32;
  private static final int HASH_BYTES = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Nobody's: to let a check of an unknown log-in take as long as any other. */
  public static final PasswordHash NOBODYS = of(Secret.of(""));

  public static PasswordHash of(Secret password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] hash = derive(password, salt, ITERATIONS, HASH_BYTES);
    return new PasswordHash(
        String.join(":", ALGORITHM, Integer.toString(ITERATIONS), encoded(salt), encoded(hash)));
  }

  /** Whether the password is the one; compares in constant time. */
  public boolean matches(Secret password) {
    String[] parts = value.split(":", -1);
    byte[] salt = decoded(parts[2]);
    byte[] hash = decoded(parts[3]);
    byte[] offered = derive(password, salt, Integer.parseInt(parts[1]), hash.length);
    return MessageDigest.isEqual(hash, offered);
  }

  private static byte[] derive(Secret password, byte[] salt, int iterations, int bytes) {
    PBEKeySpec spec =
        new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, bytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
