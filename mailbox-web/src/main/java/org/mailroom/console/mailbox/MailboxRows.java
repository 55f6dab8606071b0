package org.mailroom.console.mailbox;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.mailroom.mailbox.MailboxOrder;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The list as the model of a table that is sorted where it is stored. */
public final class MailboxRows extends LazyDataModel<MailboxRow> {
  private static final long serialVersionUID = 1L;

  /** Where the rows come from; serializable, as it lives in the view. */
  public interface Source extends BiFunction<MailboxOrder, Slice, Page<MailboxRow>>, Serializable {}

  private final Source source;

  public MailboxRows(Source source) {
    this.source = source;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return Math.toIntExact(source.apply(MailboxOrder.BY_NAME, Slice.first(1)).total());
  }

  @Override
  public List<MailboxRow> load(
      int first, int pageSize, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
    return source.apply(order(sort), new Slice(first / pageSize, pageSize)).items();
  }

  private static MailboxOrder order(Map<String, SortMeta> sort) {
    return sort.values().stream()
        .filter(SortMeta::isActive)
        .findFirst()
        .map(
            chosen ->
                new MailboxOrder(
                    MailboxOrder.Column.valueOf(chosen.getField()),
                    chosen.getOrder().isDescending()))
        .orElse(MailboxOrder.BY_NAME);
  }
}
