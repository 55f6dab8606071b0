package org.mailroom.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mailroom.people.model.PasswordHash;
import org.mailroom.vault.Secret;

/**
 * Remembers for five minutes which password was right for which stored hash, so that REST calls do
 * not pay for the slow hash each time. A changed password has another hash, on every node: what was
 * remembered of the old one is never asked for again. Passwords are kept as HMACs under a key that
 * dies with the process.
 */
@ApplicationScoped
class RecentLogIns {
  private static final String ALGORITHM = "HmacSHA256";

  private record Proof(PasswordHash stored, String offered) {}

  private final SecretKeySpec key = newKey();
  private final Cache<Proof, Boolean> right =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(5)).build();

  /** Whether the password matches the stored hash, by memory or else by the slow way. */
  public boolean matches(PasswordHash stored, Secret password) {
    Proof proof = new Proof(stored, fingerprint(password));
    // wrong answers are not remembered: each guess costs its full time
    return right.get(proof, unknown -> stored.matches(password) ? Boolean.TRUE : null) != null;
  }

  /** Whether the password was right a short while ago; never takes long. */
  public boolean remembers(PasswordHash stored, Secret password) {
    return right.getIfPresent(new Proof(stored, fingerprint(password))) != null;
  }

  private String fingerprint(Secret password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] bytes = password.reveal().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }

  private static SecretKeySpec newKey() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, ALGORITHM);
  }
}
