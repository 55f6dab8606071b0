package org.mailroom.vault;

import com.google.crypto.tink.Mac;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Seals secrets with AES-256-GCM (Tink AEAD) and signs short texts with HMAC-SHA256, under the
 * installation's master key.
 *
 * <p>The key is in {@code MAILROOM_MASTER_KEY}, or in the file that {@code
 * MAILROOM_MASTER_KEY_FILE} names (default {@code master.key} in the data directory), which is
 * created with mode 600 on the first start. {@link Keys} changes it. Thread-safe; takes no
 * transaction.
 */
@ApplicationScoped
public class Vault {
  @Inject Keyring keyring;

  public Vault() {}

  Vault(Keyring keyring) {
    this.keyring = keyring;
  }

  /**
   * Seals a secret under the present key.
   *
   * @param context what the secret belongs to, such as {@code mailbox:17}; the ciphertext opens for
   *     this context only
   * @throws NoMasterKey if the master key cannot be read
   */
  public byte[] seal(Secret secret, String context) {
    try {
      MasterKey key = keyring.freshKey();
      keyring.trouble().ifPresent(NoMasterKey::refuse);
      return key.cipher().encrypt(bytes(secret.reveal()), bytes(context));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot seal the secret of " + context, e);
    }
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBroken if the key is another one or the ciphertext was changed or moved
   */
  public Secret open(byte[] sealed, String context) {
    return opened(keyring.key(), sealed, context)
        .or(() -> opened(keyring.freshKey(), sealed, context))
        .orElseThrow(() -> new SealBroken(context));
  }

  private static Optional<Secret> opened(MasterKey key, byte[] sealed, String context) {
    try {
      byte[] clear = key.cipher().decrypt(sealed, bytes(context));
      return Optional.of(Secret.of(new String(clear, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException shut) {
      return Optional.empty();
    }
  }

  /** A short signature (16 characters, {@code [a-z2-7]}) of a text for one purpose. */
  public String sign(String purpose, String text) {
    return signature(keyring.key().signers().get(0), purpose, text);
  }

  private static String signature(Mac signer, String purpose, String text) {
    try {
      return Base32.encode(signer.computeMac(bytes(purpose + '\0' + text))).substring(0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign for " + purpose, e);
    }
  }

  /**
   * Whether the signature, or a beginning of it of at least 8 characters, was made under the
   * present or an earlier key of ours; compares in constant time, ignoring case.
   */
  public boolean signed(String purpose, String text, String signature) {
    if (signature.length() < 8 || signature.length() > 16) {
      return false;
    }
    byte[] given = bytes(signature.toLowerCase(Locale.ROOT));
    return signed(keyring.key(), purpose, text, given)
        || signed(keyring.freshKey(), purpose, text, given);
  }

  private static boolean signed(MasterKey key, String purpose, String text, byte[] given) {
    return key.signers().stream()
        .map(signer -> bytes(signature(signer, purpose, text).substring(0, given.length)))
        .anyMatch(ours -> MessageDigest.isEqual(ours, given));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
