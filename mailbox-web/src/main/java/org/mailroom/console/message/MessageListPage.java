package org.mailroom.console.message;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Moments;
import org.mailroom.console.Notices;
import org.mailroom.console.PageModel;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.BulkChange;
import org.mailroom.outbox.BulkResult;
import org.mailroom.outbox.MessageAction;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxBulk;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.primefaces.event.data.PageEvent;

/** The log of outgoing messages, and what is done to many of them. */
@Named
@ViewScoped
public class MessageListPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int ROWS = 25;
  private static final int REFUSED_SHOWN = 20;

  // people edit addresses
  private static final int LAST_PAGE = 1_000_000;

  @Inject Outbox outbox;
  @Inject OutboxBulk bulk;
  @Inject MessageActions actions;
  @Inject Moments moments;
  @Inject Notices notices;

  private final PageModel<OutboxMessageView> rows = new PageModel<>(this::rows);
  private final MessageFilter filter = new MessageFilter();
  private final MessageSelection selection = new MessageSelection();
  private int first;
  private Long chosen;
  private Long newMailbox;
  private transient BulkResult result;

  private Page<OutboxMessageView> rows(Slice slice) {
    var page = outbox.list(query(), slice);
    if (slice.size() == ROWS) {
      selection.show(page.items().stream().map(message -> message.id().value()).toList());
    }
    return page;
  }

  private OutboxQuery query() {
    return filter.query(moments.zone());
  }

  /** Begins anew when the filter has changed: what was ticked may no longer be on screen. */
  public void narrow() {
    first = 0;
    selection.clear();
  }

  /** Notes the page for the address. */
  public void turn(PageEvent event) {
    first = event.getPage() * ROWS;
  }

  /** Keeps the message that the re-route dialog is about. */
  public void choose(OutboxMessageView message) {
    chosen = message.id().value();
    newMailbox = null;
  }

  /** The re-route dialog is about all that is ticked. */
  public void chooseSelection() {
    chosen = null;
    newMailbox = null;
  }

  /** Re-routes what the dialog is about. */
  public void reroute() {
    if (chosen == null) {
      Optional<MailboxId> mailbox = Optional.ofNullable(newMailbox).map(MailboxId::new);
      change(new BulkChange(MessageAction.REROUTE, "", mailbox));
    } else {
      actions.reroute(new OutboxMessageId(chosen), newMailbox);
    }
  }

  /** Does it to all that is ticked. */
  public void bulk(MessageAction action) {
    change(
        action == MessageAction.HOLD
            ? BulkChange.hold(notices.words("message.hold.reason"))
            : BulkChange.of(action));
  }

  private void change(BulkChange change) {
    result =
        selection.isAll()
            ? bulk.changeMatching(change, query())
            : bulk.change(change, selection.ids());
    selection.clear();
    notices.done(textOf(change.action()), result.done().size());
  }

  private static String textOf(MessageAction done) {
    return "message.bulk.done." + done;
  }

  /** What became of the messages, after the press of a button. */
  public BulkResult getResult() {
    return result;
  }

  /** The first of those that were left as they were. */
  public List<BulkResult.Refused> getRefused() {
    return result == null ? List.of() : result.refused().stream().limit(REFUSED_SHOWN).toList();
  }

  public MessageSelection getSelection() {
    return selection;
  }

  public PageModel<OutboxMessageView> getRows() {
    return rows;
  }

  public long getMatching() {
    return rows.getRowCount();
  }

  public int getMost() {
    return OutboxBulk.MOST;
  }

  public MessageFilter getFilter() {
    return filter;
  }

  public int getRowsShown() {
    return ROWS;
  }

  public int getFirst() {
    return first;
  }

  public void setFirst(int first) {
    this.first = first;
  }

  /** The page on screen, from 1; null for the first, which needs no name in the address. */
  public Integer getPage() {
    return first == 0 ? null : first / ROWS + 1;
  }

  public void setPage(Integer page) {
    first = page == null ? 0 : Math.min(LAST_PAGE, Math.max(0, page - 1)) * ROWS;
  }

  public Long getNewMailbox() {
    return newMailbox;
  }

  public void setNewMailbox(Long newMailbox) {
    this.newMailbox = newMailbox;
  }
}
