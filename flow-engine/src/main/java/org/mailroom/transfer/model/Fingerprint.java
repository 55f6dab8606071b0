package org.mailroom.transfer.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.mailroom.transfer.TransferReport.Change;

/**
 * What tells whether a document would still do what a person has seen. It knows of a secret that
 * was changed since, which no report shows, by the version of its item. Not for several threads.
 */
public final class Fingerprint {
  private final MessageDigest digest = sha256();

  /** Takes up one item. */
  public void add(Stated stated, Optional<Item> before, Change change) {
    String text = stated + "\n" + before + "\n" + change + "\n";
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  /** In hexadecimal digits; what was taken up is then forgotten. */
  public String text() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
