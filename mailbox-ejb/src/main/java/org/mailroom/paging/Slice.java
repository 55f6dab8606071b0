package org.mailroom.paging;

/**
 * Which part of a list is wanted.
 *
 * @param page from 0
 * @param size 1 to 500
 */
public record Slice(int page, int size) {
  public static final int MAX_SIZE = 500;

  public Slice {
    page = Math.max(0, page);
    size = Math.min(MAX_SIZE, Math.max(1, size));
  }

  public static Slice first(int size) {
    return new Slice(0, size);
  }

  public int offset() {
    return Math.multiplyExact(page, size);
  }
}
