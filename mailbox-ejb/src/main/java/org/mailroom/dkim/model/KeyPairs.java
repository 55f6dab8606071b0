package org.mailroom.dkim.model;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.mailroom.vault.Secret;

/** Makes key pairs and writes them down. */
public final class KeyPairs {
  private static final String RSA = "RSA";

  // RFC 8301: 1024 is the least, 2048 is what receivers and DNS servers all take
  private static final int BITS = 2048;
  private static final int LEAST_BITS = 1024;

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

  /** The public part that belongs to what {@link #privatePart} wrote; empty if it is none. */
  public static Optional<String> publicPart(Secret written) {
    try {
      if (!(privateKey(written) instanceof RSAPrivateCrtKey key)
          || key.getModulus().bitLength() < LEAST_BITS) {
        return Optional.empty();
      }
      RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      PublicKey shown = KeyFactory.getInstance(RSA).generatePublic(spec);
      return Optional.of(Base64.getEncoder().encodeToString(shown.getEncoded()));
    } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException none) {
      return Optional.empty();
    }
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
