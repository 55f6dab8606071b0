package org.mailroom.console.rule;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.mailroom.console.Notices;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.rule.MailRules;
import org.mailroom.rule.RuleView;

/** The rules of one mailbox, in their order. */
@Named
@ViewScoped
public class RuleListPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject MailRules rules;
  @Inject Mailboxes mailboxes;
  @Inject Notices notices;

  private long mailbox;
  private transient List<RuleView> rows;
  private transient MailboxView box;

  /** Refused if there is no such Input mailbox. */
  public void load() {
    box = mailboxes.get(new MailboxId(mailbox));
    rows = rules.of(new MailboxId(mailbox));
  }

  public void move(RuleView rule, int by) {
    rules.move(rule.id(), rule.position() + by);
    load();
  }

  public void delete(RuleView rule) {
    rules.delete(rule.id());
    load();
    notices.done("rule.deleted", rule.name());
  }

  public List<RuleView> getRows() {
    if (rows == null) {
      load();
    }
    return rows;
  }

  public MailboxView getBox() {
    if (box == null) {
      load();
    }
    return box;
  }

  public long getMailbox() {
    return mailbox;
  }

  public void setMailbox(long mailbox) {
    this.mailbox = mailbox;
  }
}
