package org.mailroom.bearer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Shows that one knows a password without telling it (RFC 2195). */
final class CramMd5 {
  static final String NAME = "CRAM-MD5";
  private static final String HMAC = "HmacMD5";
  // ends the exchange (RFC 4954)
  private static final String NEVER_MIND = "*";

  private CramMd5() {}

  /**
   * The answer to a challenge, both in Base64.
   *
   * @return that one gives up, if the challenge is none
   */
  static String answer(String user, String password, String challenge) {
    try {
      byte[] asked = Base64.getDecoder().decode(challenge.strip());
      String words = user + " " + HexFormat.of().formatHex(hash(password, asked));
      return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noBase64) {
      return NEVER_MIND;
    }
  }

  private static byte[] hash(String password, byte[] asked) {
    byte[] key = password.getBytes(StandardCharsets.UTF_8);
    try {
      Mac mac = Mac.getInstance(HMAC);
      // a zero more makes no other key (RFC 2104), and an empty one is refused by the JDK
      mac.init(new SecretKeySpec(Arrays.copyOf(key, Math.max(1, key.length)), HMAC));
      return mac.doFinal(asked);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + HMAC, e);
    }
  }
}
