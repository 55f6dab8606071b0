package org.mailroom.transfer.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.mailroom.transfer.model.Sealing;
import org.mailroom.vault.Secret;

/**
 * Seals secrets with a passphrase: PBKDF2-HMAC-SHA256 (RFC 8018) makes a key of it, AES-256-GCM
 * seals with that. A sealed text is Base64 of nonce (12 bytes), ciphertext and tag (16 bytes); what
 * it belongs to is authenticated with it, so that none can be moved to another mailbox. Not for
 * several threads.
 */
public final class PassphraseSeal {
  public static final int MIN_PASSPHRASE = 12;
  private static final String KDF = "PBKDF2-HMAC-SHA256";
  private static final int ITERATIONS = 600_000;
  private static final int FEWEST_ITERATIONS = 100_000;
  private static final int MOST_ITERATIONS = 5_000_000;
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BITS = 256;

  private final Sealing sealing;
  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private PassphraseSeal(Sealing sealing, byte[] salt, Secret passphrase) {
    this.sealing = sealing;
    this.key = key(passphrase, salt, sealing.iterations());
  }

  /** A seal with a new salt. */
  public static PassphraseSeal fresh(Secret passphrase) {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    String text = Base64.getEncoder().encodeToString(salt);
    return new PassphraseSeal(new Sealing(KDF, ITERATIONS, text), salt, passphrase);
  }

  /**
   * The seal of a document.
   *
   * @throws IllegalArgumentException if it is made in a way that is not known here
   */
  public static PassphraseSeal of(Sealing sealing, Secret passphrase) {
    boolean inBounds =
        sealing.iterations() >= FEWEST_ITERATIONS && sealing.iterations() <= MOST_ITERATIONS;
    if (!sealing.kdf().equals(KDF) || !inBounds) {
      throw new IllegalArgumentException("kdf or iterations");
    }
    byte[] salt = Base64.getDecoder().decode(sealing.salt());
    if (salt.length < SALT_BYTES) {
      throw new IllegalArgumentException("salt");
    }
    return new PassphraseSeal(sealing, salt, passphrase);
  }

  public Sealing sealing() {
    return sealing;
  }

  /**
   * @param context what the secret belongs to
   */
  public String seal(Secret secret, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] text = secret.reveal().getBytes(StandardCharsets.UTF_8);
      byte[] shut = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(text);
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(NONCE_BYTES + shut.length).put(nonce).put(shut).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot seal", e);
    }
  }

  /**
   * @throws WrongPassphrase if this passphrase has not sealed it, or for something else
   */
  public Secret open(String sealed, String context) throws WrongPassphrase {
    try {
      byte[] bytes = Base64.getDecoder().decode(sealed);
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, nonce, context)
              .doFinal(bytes, NONCE_BYTES, Math.max(0, bytes.length - NONCE_BYTES));
      return Secret.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new WrongPassphrase(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey key(Secret passphrase, byte[] salt, int iterations) {
    char[] characters = passphrase.reveal().toCharArray();
    try {
      var spec = new PBEKeySpec(characters, salt, iterations, KEY_BITS);
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
      return new SecretKeySpec(key, "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no PBKDF2WithHmacSHA256", e);
    }
  }
}
