package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.mailroom.console.Notices;
import org.mailroom.console.PageModel;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The list of mailboxes. */
@Named
@ViewScoped
public class MailboxListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Mailboxes mailboxes;
  @Inject Notices notices;

  private final PageModel<MailboxRow> rows = new PageModel<>(this::rows);
  private String text;
  private MailboxType type;

  private Page<MailboxRow> rows(Slice slice) {
    return mailboxes
        .list(new MailboxQuery(text, type), slice)
        .map(mailbox -> new MailboxRow(mailbox, mailboxes.usesOf(mailbox.id())));
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
    notices.done("mailbox.deleted", mailbox.name());
  }

  public PageModel<MailboxRow> getRows() {
    return rows;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public MailboxType getType() {
    return type;
  }

  public void setType(MailboxType type) {
    this.type = type;
  }
}
