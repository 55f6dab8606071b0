package org.mailroom.vault;

import java.util.List;

/**
 * Port to whoever keeps sealed secrets. Every CDI bean of this type is asked when the master key is
 * changed, so that no secret is left under the old one, and when people look at the keys.
 *
 * <p>All calls run in the transaction of the caller, on any thread. An implementation must live as
 * long as the application ({@code @ApplicationScoped}).
 */
public interface SealedValues {
  /** What they are, in a word or two, always the same: {@code mailbox passwords}. */
  String kind();

  /**
   * The values of the rows after an id, by id.
   *
   * @param most how many at most; fewer come only at the end
   */
  List<SealedValue> after(long id, int most);

  /**
   * Puts a value that was sealed anew in the place of one that was seen, and leaves all else as it
   * is: above all the version that people's changes are based on.
   *
   * @return false if the row is gone or no longer holds what was seen; the newer one stays
   */
  boolean replace(SealedValue seen, byte[] sealed);
}
