package org.mailroom.console.received;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.console.Downloads;
import org.mailroom.console.Notices;
import org.mailroom.console.PageModel;
import org.mailroom.inbound.ReceivedId;
import org.mailroom.inbound.ReceivedMails;
import org.mailroom.inbound.ReceivedQuery;
import org.mailroom.inbound.ReceivedState;
import org.mailroom.inbound.ReceivedView;
import org.mailroom.intake.BulkOutcome;
import org.mailroom.intake.ReceivedAction;
import org.mailroom.intake.ReceivedDecisions;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;
import org.primefaces.model.StreamedContent;

/** The ledger of received mail. */
@Named
@ViewScoped
public class ReceivedListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject ReceivedMails received;
  @Inject ReceivedDecisions decisions;
  @Inject Notices notices;

  private final PageModel<ReceivedView> rows = new PageModel<>(this::rows);
  private final Map<Long, Boolean> ticked = new HashMap<>();
  private ReceivedState state;
  private Long mailbox;

  private Page<ReceivedView> rows(Slice slice) {
    var in = Optional.ofNullable(mailbox).map(MailboxId::new);
    return received.list(
        new ReceivedQuery(Optional.ofNullable(state), in, Optional.empty()), slice);
  }

  /** What was ticked may no longer be on screen. */
  public void narrow() {
    ticked.clear();
  }

  /** Does it to all that is ticked. */
  public void bulk(ReceivedAction action) {
    BulkOutcome outcome = decisions.all(action, chosen());
    ticked.clear();
    notices.done(textOf(action), outcome.done().size());
    if (!outcome.refused().isEmpty()) {
      notices.warn("received.bulk.refused", outcome.refused().size());
    }
  }

  private static String textOf(ReceivedAction done) {
    return "received.bulk." + done;
  }

  private List<ReceivedId> chosen() {
    return ticked.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(entry -> new ReceivedId(entry.getKey()))
        .toList();
  }

  public int getChosen() {
    return chosen().size();
  }

  public Map<Long, Boolean> getTicked() {
    return ticked;
  }

  public boolean mayRunAgain(ReceivedView mail) {
    return mail.state() == ReceivedState.IGNORED || mail.state() == ReceivedState.QUARANTINED;
  }

  public void runAgain(ReceivedView mail) {
    received.runAgain(mail.id());
    notices.done("received.ranAgain");
  }

  /** Reads the chosen mailbox at once. */
  public void readNow() {
    received.readNow(new MailboxId(mailbox));
    notices.done("received.reading");
  }

  public StreamedContent raw(ReceivedView mail) {
    return Downloads.mail("received-" + mail.id(), received.raw(mail.id()));
  }

  public PageModel<ReceivedView> getRows() {
    return rows;
  }

  public ReceivedState getState() {
    return state;
  }

  public void setState(ReceivedState state) {
    this.state = state;
  }

  public Long getMailbox() {
    return mailbox;
  }

  public void setMailbox(Long mailbox) {
    this.mailbox = mailbox;
  }
}
