package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mailroom.console.Notices;
import org.mailroom.console.PageModel;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.watch.BulkItemView;
import org.mailroom.watch.BulkRunId;
import org.mailroom.watch.BulkRunView;
import org.mailroom.watch.BulkRuns;
import org.mailroom.watch.BulkState;

/** How far a bulk run has come, mailbox by mailbox. */
@Named
@ViewScoped
public class BulkPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject BulkRuns runs;
  @Inject Notices notices;

  private final PageModel<BulkItemView> rows = new PageModel<>(this::rows);
  private long id;
  private BulkState state;
  private transient BulkRunView run;

  private Page<BulkItemView> rows(Slice slice) {
    return runs.items(new BulkRunId(id), state, slice);
  }

  /** Looks how far it has come. */
  public void load() {
    run = runs.get(new BulkRunId(id));
  }

  public void stop() {
    runs.stop(new BulkRunId(id));
    load();
    notices.done("bulk.stopped");
  }

  public BulkRunView getRun() {
    if (run == null) {
      load();
    }
    return run;
  }

  public PageModel<BulkItemView> getRows() {
    return rows;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public BulkState getState() {
    return state;
  }

  public void setState(BulkState state) {
    this.state = state;
  }
}
