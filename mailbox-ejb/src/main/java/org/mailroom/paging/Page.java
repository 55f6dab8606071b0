package org.mailroom.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One slice of a list.
 *
 * @param total how many there are in all slices together
 */
public record Page<T>(List<T> items, int page, int size, long total) {
  public Page {
    items = List.copyOf(items);
  }

  public static <T> Page<T> of(List<T> items, Slice slice, long total) {
    return new Page<>(items, slice.page(), slice.size(), total);
  }

  /**
   * @param counted how many there are in all; asked only where the items do not tell it, as those
   *     of the last slice do
   */
  public static <T> Page<T> of(List<T> items, Slice slice, LongSupplier counted) {
    return of(
        items, slice, isLast(items, slice) ? slice.offset() + items.size() : counted.getAsLong());
  }

  private static boolean isLast(List<?> items, Slice slice) {
    return items.size() < slice.size() && (slice.page() == 0 || !items.isEmpty());
  }

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), page, size, total);
  }
}
