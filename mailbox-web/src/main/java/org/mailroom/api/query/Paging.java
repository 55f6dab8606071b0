package org.mailroom.api.query;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mailroom.api.problem.BadCall;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** Which part of a list is asked for: {@code ?page=&size=&q=}. */
public class Paging {
  private static final int USUAL_SIZE = 50;

  @QueryParam("page")
  String page;

  @QueryParam("size")
  String size;

  @QueryParam("q")
  String q;

  /** What to search for; null for all. */
  public String text() {
    return q == null || q.isBlank() ? null : q.strip();
  }

  public Slice slice() {
    int items = Parameter.integer("size", size).orElse(USUAL_SIZE);
    var slice = new Slice(Parameter.integer("page", page).orElse(0), items);
    if ((long) slice.page() * slice.size() > Integer.MAX_VALUE) {
      throw BadCall.of("TOO_LARGE", "page", "\"page\" is beyond the end of any list.");
    }
    return slice;
  }

  /** The part of a list that is there as a whole. */
  public <T> Page<T> of(List<T> all, Function<T, String> words) {
    var slice = slice();
    var found = all.stream().filter(item -> matches(words.apply(item))).toList();
    var items = found.stream().skip(slice.offset()).limit(slice.size()).toList();
    return Page.of(items, slice, found.size());
  }

  private boolean matches(String words) {
    return text() == null
        || words.toLowerCase(Locale.ROOT).contains(text().toLowerCase(Locale.ROOT));
  }
}
