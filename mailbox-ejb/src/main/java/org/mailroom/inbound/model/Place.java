package org.mailroom.inbound.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.mailroom.mailbox.MailboxAccess.Account;

/**
 * Where a server's message numbers are valid: one folder as one account sees it. Another
 * UIDVALIDITY, folder, user or server is another place, even if numbers happen to be the same.
 *
 * @param value a digest of the account, {@code #}, and the UIDVALIDITY (0 for POP3); after a server
 *     has given out its numbers again under the same UIDVALIDITY also {@code .} and how often
 */
public record Place(String value) {
  private static final int DIGEST_LENGTH = 24;

  public static Place of(Account account, long uidValidity) {
    return new Place(source(account) + '#' + uidValidity);
  }

  private static String source(Account account) {
    String text =
        String.join(
            "\n",
            account.protocol().name(),
            account.server(),
            Integer.toString(account.port()),
            account.user(),
            account.folder());
    return digest(text).substring(0, DIGEST_LENGTH);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether both are the same folder of the same account, numbered anew. */
  public boolean sameFolder(Place other) {
    return folder().equals(other.folder());
  }

  private String folder() {
    return value.substring(0, value.indexOf('#'));
  }

  /** Whether both have the same UIDVALIDITY too. */
  public boolean sameNumbering(Place other) {
    return numbering().equals(other.numbering());
  }

  private String numbering() {
    int generation = value.indexOf('.');
    return generation < 0 ? value : value.substring(0, generation);
  }

  /** The same, after its numbers have begun anew. */
  public Place begunAnew() {
    int generation = value.indexOf('.');
    int before = generation < 0 ? 0 : Integer.parseInt(value.substring(generation + 1));
    return new Place(numbering() + '.' + (before + 1));
  }
}
