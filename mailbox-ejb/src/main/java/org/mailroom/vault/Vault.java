package org.mailroom.vault;

import com.google.crypto.tink.Aead;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import org.mailroom.environment.Environment;

/**
 * Seals secrets with AES-256-GCM (Tink AEAD) and signs short texts with HMAC-SHA256, under the two
 * keys of the installation's master key file.
 *
 * <p>The file is named by {@code MAILROOM_MASTER_KEY_FILE} (default {@code master.key} in the data
 * directory) and created with mode 600 on the first start. Thread-safe; takes no transaction.
 */
@ApplicationScoped
public class Vault {
  private MasterKey key;

  @Inject Environment environment;

  public Vault() {}

  Vault(MasterKey key) {
    this.key = key;
  }

  @PostConstruct
  void readKey() {
    key = MasterKey.in(environment.masterKeyFile());
  }

  /**
   * Seals a secret.
   *
   * @param context what the secret belongs to, such as {@code mailbox:17}; the ciphertext opens for
   *     this context only
   */
  public byte[] seal(Secret secret, String context) {
    try {
      return cipher().encrypt(bytes(secret.reveal()), bytes(context));
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
    try {
      return Secret.of(
          new String(cipher().decrypt(sealed, bytes(context)), StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new SealBroken(context);
    }
  }

  /** A short signature (16 characters, {@code [a-z2-7]}) of a text for one purpose. */
  public String sign(String purpose, String text) {
    try {
      return Base32.encode(key.signer().computeMac(bytes(purpose + '\0' + text))).substring(0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign for " + purpose, e);
    }
  }

  /**
   * Whether the signature, or a beginning of it of at least 8 characters, is ours; compares in
   * constant time, ignoring case.
   */
  public boolean signed(String purpose, String text, String signature) {
    if (signature.length() < 8 || signature.length() > 16) {
      return false;
    }
    String ours = sign(purpose, text).substring(0, signature.length());
    return MessageDigest.isEqual(bytes(ours), bytes(signature.toLowerCase(Locale.ROOT)));
  }

  private Aead cipher() {
    return key.cipher();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
