package org.mailroom.console.message;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.mailroom.console.PageModel;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.outbox.MessageState;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutboxMessageId;
import org.mailroom.outbox.OutboxMessageView;
import org.mailroom.outbox.OutboxQuery;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The log of outgoing messages. */
@Named
@ViewScoped
public class MessageListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Outbox outbox;
  @Inject MessageActions actions;

  private final PageModel<OutboxMessageView> rows = new PageModel<>(this::rows);
  private String reference;
  private MessageState state;
  private Long mailbox;
  private String text;
  private long chosen;
  private Long newMailbox;

  private Page<OutboxMessageView> rows(Slice slice) {
    var about = Optional.ofNullable(reference).map(String::strip).filter(r -> !r.isEmpty());
    var through = Optional.ofNullable(mailbox).map(MailboxId::new);
    var words = Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    return outbox.list(
        new OutboxQuery(
            about, Optional.ofNullable(state), through, words, Optional.empty(), Optional.empty()),
        slice);
  }

  /** Keeps the message that the re-route dialog is about. */
  public void choose(OutboxMessageView message) {
    chosen = message.id().value();
    newMailbox = null;
  }

  public void reroute() {
    actions.reroute(new OutboxMessageId(chosen), newMailbox);
  }

  public PageModel<OutboxMessageView> getRows() {
    return rows;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public MessageState getState() {
    return state;
  }

  public void setState(MessageState state) {
    this.state = state;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Long getMailbox() {
    return mailbox;
  }

  public void setMailbox(Long mailbox) {
    this.mailbox = mailbox;
  }

  public Long getNewMailbox() {
    return newMailbox;
  }

  public void setNewMailbox(Long newMailbox) {
    this.newMailbox = newMailbox;
  }
}
