package org.mailroom.vault;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals secrets with AES-256-GCM (Tink AEAD) under the installation's master key, and signs short
 * texts (HMAC-SHA256) with a key derived from it.
 *
 * <p>The key file is named by {@code MAILROOM_MASTER_KEY_FILE} (default {@code master.key} in the
 * data directory) and created with mode 600 on the first start. Thread-safe; takes no transaction.
 */
@ApplicationScoped
public class Vault {
  /**
   * Seals a secret.
   *
   * @param context what the secret belongs to, such as {@code mailbox:17}; the ciphertext opens for
   *     this context only
   */
  public byte[] seal(Secret secret, String context) {
    throw new UnsupportedOperationException();
  }

  /**
   * Opens what {@link #seal} made.
   *
   * @throws SealBroken if the key is another one or the ciphertext was changed or moved
   */
  public Secret open(byte[] sealed, String context) {
    throw new UnsupportedOperationException();
  }

  /** A short signature (16 characters, {@code [a-z2-7]}) of a text for one purpose. */
  public String sign(String purpose, String text) {
    throw new UnsupportedOperationException();
  }

  /** Whether the signature is ours; compares in constant time, ignoring case. */
  public boolean signed(String purpose, String text, String signature) {
    throw new UnsupportedOperationException();
  }
}
