package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Notices;
import org.mailroom.mailbox.CheckReport;
import org.mailroom.mailbox.MailboxChanged;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxUsage;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;

/** The form of one mailbox, new or registered. */
@Named
@ViewScoped
public class MailboxPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST = "/mailbox/list?faces-redirect=true";

  @Inject Mailboxes mailboxes;
  @Inject Notices notices;

  private Long id;
  private MailboxView mailbox;
  private MailboxForm form = new MailboxForm();
  private List<OtherChanges.Change> otherChanges = List.of();
  private CheckReport report;

  /** Shows the mailbox with the id of the address, or an empty form. */
  public void load() {
    if (id != null) {
      mailbox = mailboxes.get(new MailboxId(id));
      form = MailboxForm.of(mailbox);
    }
  }

  /** Begins with what is known already; nothing is stored yet. */
  public void begin(MailboxForm known) {
    form = known;
  }

  public String save() {
    try {
      MailboxView saved = isNew() ? mailboxes.register(form.toDraft()) : change();
      done(saved);
      return isNew() ? LIST + "&registered=" + saved.id() : LIST;
    } catch (MailboxChanged byAnother) {
      otherChanges = refresh();
      notices.warn("mailbox.changed");
      return null;
    }
  }

  private MailboxView change() {
    return mailboxes.change(mailbox.id(), form.toDraft(), Optional.of(mailbox.version()));
  }

  private void done(MailboxView saved) {
    notices.done("mailbox.saved", saved.name());
    if (!saved.checked()) {
      notices.warn("mailbox.unchecked.hint");
    }
  }

  /** Reads the mailbox again; what the person has typed stays. */
  private List<OtherChanges.Change> refresh() {
    var seen = MailboxForm.of(mailbox);
    mailbox = mailboxes.get(mailbox.id());
    return OtherChanges.mergeInto(form, seen, MailboxForm.of(mailbox));
  }

  /** Called when a field is left: tells at once what saving would say about it. */
  public void left(String field) {
    mailboxes.problemsAt(field, form.toDraft(), stored()).forEach(notices::atField);
  }

  /** Tries what is on screen, saved or not. */
  public void check() {
    report = null;
    report = mailboxes.check(form.toDraft(), stored());
  }

  private Optional<MailboxId> stored() {
    return Optional.ofNullable(mailbox).map(MailboxView::id);
  }

  public void pause() {
    mailboxes.pause(mailbox.id());
    refresh();
    notices.done("mailbox.paused", mailbox.name());
  }

  public void resume() {
    mailboxes.resume(mailbox.id());
    refresh();
    notices.done("mailbox.resumed", mailbox.name());
  }

  public void makeDefault() {
    mailboxes.makeDefault(mailbox.id());
    refresh();
    notices.done("mailbox.madeDefault", mailbox.name());
  }

  public String delete() {
    mailboxes.delete(mailbox.id());
    notices.done("mailbox.deleted", mailbox.name());
    return LIST;
  }

  public boolean isNew() {
    return id == null;
  }

  public boolean isInput() {
    return form.getType() == MailboxType.INPUT;
  }

  public boolean isOutput() {
    return form.getType() == MailboxType.OUTPUT;
  }

  public List<MailboxUsage.Use> getUses() {
    return isNew() ? List.of() : mailboxes.usesOf(mailbox.id());
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public MailboxView getMailbox() {
    return mailbox;
  }

  public MailboxForm getForm() {
    return form;
  }

  public List<OtherChanges.Change> getOtherChanges() {
    return otherChanges;
  }

  public CheckReport getReport() {
    return report;
  }
}
