package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Notices;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxOrder;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.mailroom.watch.BulkAction;
import org.mailroom.watch.BulkRunView;
import org.mailroom.watch.BulkRuns;
import org.mailroom.watch.MailboxHealths;

/** The list of mailboxes, and what is done to many of them. */
@Named
@ViewScoped
public class MailboxListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Mailboxes mailboxes;
  @Inject MailboxHealths healths;
  @Inject Narrowing narrowing;
  @Inject BulkRuns runs;
  @Inject Notices notices;

  private final MailboxRows rows = new MailboxRows(this::rows);
  private final MailboxFilter filter = new MailboxFilter();
  private final Map<Long, Boolean> selected = new HashMap<>();

  private Page<MailboxRow> rows(MailboxOrder order, Slice slice) {
    var page = mailboxes.list(query(order), slice);
    var health = healths.ofEach(page.items());
    var uses = mailboxes.usesOfEach(page.items().stream().map(MailboxView::id).toList());
    return page.map(
        mailbox -> new MailboxRow(mailbox, health.get(mailbox.id()), uses.get(mailbox.id())));
  }

  private MailboxQuery query(MailboxOrder order) {
    return filter.query(narrowing.among(filter), order);
  }

  /** Begins to do it to the rows that are ticked. */
  public String bulkSelected(BulkAction action) {
    return bulk(action, chosen());
  }

  /** Begins to do it to all that the filter lets through. */
  public String bulkMatching(BulkAction action) {
    return bulk(action, mailboxes.ids(query(MailboxOrder.BY_NAME)));
  }

  private String bulk(BulkAction action, List<MailboxId> wanted) {
    if (wanted.isEmpty()) {
      notices.warn("bulk.none");
      return null;
    }
    return "/mailbox/bulk?faces-redirect=true&id=" + runs.start(action, wanted);
  }

  private List<MailboxId> chosen() {
    return selected.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(entry -> new MailboxId(entry.getKey()))
        .toList();
  }

  public void pause(MailboxView mailbox) {
    mailboxes.pause(mailbox.id());
    notices.done("mailbox.paused", mailbox.name());
  }

  public void resume(MailboxView mailbox) {
    mailboxes.resume(mailbox.id());
    notices.done("mailbox.resumed", mailbox.name());
  }

  public void delete(MailboxView mailbox) {
    mailboxes.delete(mailbox.id());
    selected.remove(mailbox.id().value());
    notices.done("mailbox.deleted", mailbox.name());
  }

  /** The runs that go on, so that whoever comes back finds them. */
  public List<BulkRunView> getRunning() {
    return runs.running();
  }

  public int getChosen() {
    return chosen().size();
  }

  public long getMatching() {
    return rows.getRowCount();
  }

  public Map<Long, Boolean> getSelected() {
    return selected;
  }

  public MailboxRows getRows() {
    return rows;
  }

  public MailboxFilter getFilter() {
    return filter;
  }
}
