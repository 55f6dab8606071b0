package org.mailroom.dkim.model;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.mailroom.vault.Secret;

/** Makes key pairs and writes them down. */
public final class KeyPairs {
  private static final String RSA = "RSA";

  // RFC 8301: 1024 is the least, 2048 is what receivers and DNS servers all take
  private static final int BITS = 2048;

  private KeyPairs() {}

  public static KeyPair next() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
      generator.initialize(BITS);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }

  /** The public part as it stands in the record. */
  public static String publicPart(KeyPair pair) {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /** The private part as it is sealed: Base64 of PKCS #8. */
  public static Secret privatePart(KeyPair pair) {
    return Secret.of(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
  }

  /** Reads what {@link #privatePart} wrote. */
  public static PrivateKey privateKey(Secret written) {
    try {
      byte[] key = Base64.getDecoder().decode(written.reveal());
      return KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed signing key is none", e);
    }
  }
}
