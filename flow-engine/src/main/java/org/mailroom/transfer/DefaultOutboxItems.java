package org.mailroom.transfer;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.transfer.model.Item;
import org.mailroom.transfer.model.Kind;
import org.mailroom.transfer.model.Stated;

/** Which mailbox is the system's default outbox. */
@Dependent
class DefaultOutboxItems implements Items {
  @EJB Mailboxes mailboxes;

  @Override
  public Kind kind() {
    return Kind.DEFAULT_OUTBOX;
  }

  @Override
  public List<Item> read(MailboxNames names) {
    return mailboxes
        .defaultOutbox()
        .map(MailboxView::name)
        .map(name -> Item.of(Kind.DEFAULT_OUTBOX, Map.of("mailbox", name), 0))
        .stream()
        .toList();
  }

  @Override
  public void write(Stated stated, Writing writing) {
    writing.mailbox(stated, "mailbox").ifPresent(mailboxes::makeDefault);
  }
}
