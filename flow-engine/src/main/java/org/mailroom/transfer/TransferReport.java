package org.mailroom.transfer;

import java.util.List;

/**
 * What a configuration document changes, or has changed.
 *
 * @param applied false of a preview
 * @param fingerprint the same as long as the document, and what is here of what it states, are the
 *     same; to be given to {@link Transfer#apply}
 * @param changes one of each item that the document states, in the order they are applied
 */
public record TransferReport(
    boolean applied,
    String fingerprint,
    int added,
    int changed,
    int unchanged,
    List<Change> changes) {
  /** What became of an item. */
  public enum What {
    ADDED,
    CHANGED,
    UNCHANGED
  }

  /**
   * @param section of the document, such as {@code mailboxes}
   * @param fields those that differ
   * @param notes what a person must know or do
   */
  public record Change(
      String section, String name, What what, List<Difference> fields, List<String> notes) {}

  /**
   * @param before null if there was nothing
   * @param after null if there is nothing now
   */
  public record Difference(String field, String before, String after) {}

  public static TransferReport of(boolean applied, String fingerprint, List<Change> changes) {
    return new TransferReport(
        applied,
        fingerprint,
        count(changes, What.ADDED),
        count(changes, What.CHANGED),
        count(changes, What.UNCHANGED),
        List.copyOf(changes));
  }

  private static int count(List<Change> changes, What what) {
    return Math.toIntExact(changes.stream().filter(change -> change.what() == what).count());
  }
}
