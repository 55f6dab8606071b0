package org.mailroom.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names what a file holds: the SHA-256 of its bytes.
 *
 * @param value 64 small hexadecimal digits
 */
public record ContentHash(String value) {
  public static ContentHash of(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new ContentHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
