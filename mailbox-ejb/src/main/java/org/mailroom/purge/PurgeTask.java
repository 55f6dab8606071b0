package org.mailroom.purge;

/** One kind of old mail to remove. Each call runs in the caller's transaction. */
public interface PurgeTask {
  /** Which it is, of all of them; at most 60 characters. A run takes them in this order. */
  String name();

  PurgeKind kind();

  /** How much there is to remove. */
  Amount due();

  /**
   * Looks at some candidates after an id, removes those that are old, and waits for nobody: what
   * another transaction has locked is left for the next run.
   *
   * @param most how many to look at
   */
  Removed remove(long afterId, int most);

  /**
   * What came of one step.
   *
   * @param lastId to go on after
   * @param more whether there may be more after it
   */
  record Removed(Amount amount, long lastId, boolean more) {
    public static Removed nothing() {
      return new Removed(Amount.NONE, 0, false);
    }
  }
}
