package org.mailroom.paging;

import java.util.List;
import java.util.function.Function;

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

  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), page, size, total);
  }
}
