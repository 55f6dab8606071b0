package org.mailroom.console.mailbox;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxOrder;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Slice;

/**
 * The other direction of an account: offered once one is registered, and begun with what is known
 * of it. The password is never among that.
 */
@Named
@ViewScoped
public class MailboxPair implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject Mailboxes mailboxes;
  @Inject MailboxPage page;
  @Inject MailboxPresets presets;

  private Long registered;
  private Long of;

  /** Fills in the form of a new mailbox, if it shall be the other direction of one. */
  public void load() {
    if (of != null && page.isNew()) {
      MailboxView one = mailboxes.get(new MailboxId(of));
      page.begin(MailboxForm.pairOf(one));
      presets.begin();
      page.getForm().signInLike(one);
    }
  }

  /** The mailbox that was registered a moment ago and lacks its other direction; else null. */
  public MailboxView getAlone() {
    return Optional.ofNullable(registered)
        .flatMap(id -> mailboxes.find(new MailboxId(id)))
        .filter(this::isAlone)
        .orElse(null);
  }

  /** Whether no mailbox of the other type has its address. */
  public boolean isAlone(MailboxView mailbox) {
    return mailbox.address() != null
        && mailboxes.list(othersLike(mailbox), Slice.first(Slice.MAX_SIZE)).items().stream()
            .noneMatch(other -> mailbox.address().equalsIgnoreCase(other.address()));
  }

  private static MailboxQuery othersLike(MailboxView mailbox) {
    return new MailboxQuery(
        mailbox.address(),
        MailboxForm.otherThan(mailbox.type()),
        null,
        null,
        null,
        null,
        null,
        null,
        MailboxOrder.BY_NAME);
  }

  public Long getRegistered() {
    return registered;
  }

  public void setRegistered(Long registered) {
    this.registered = registered;
  }

  public Long getOf() {
    return of;
  }

  public void setOf(Long of) {
    this.of = of;
  }
}
