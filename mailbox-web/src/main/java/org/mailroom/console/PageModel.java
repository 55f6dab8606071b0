package org.mailroom.console;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Any paged list of a face as the model of a table, which so loads only the rows it shows. */
public final class PageModel<T> extends LazyDataModel<T> {
  private static final long serialVersionUID = 1L;

  /** Where the rows come from; serializable, as it lives in the view. */
  public interface Source<T> extends Function<Slice, Page<T>>, Serializable {}

  private final Source<T> source;

  public PageModel(Source<T> source) {
    this.source = source;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return Math.toIntExact(source.apply(Slice.first(1)).total());
  }

  @Override
  public List<T> load(
      int first, int pageSize, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
    return source.apply(new Slice(first / pageSize, pageSize)).items();
  }
}
