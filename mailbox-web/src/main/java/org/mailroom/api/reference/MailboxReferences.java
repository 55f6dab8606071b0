package org.mailroom.api.reference;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.paging.Slice;

/** Finds mailboxes by id or exact name. An id is taken as it is: the faces know which exist. */
@ApplicationScoped
public class MailboxReferences {
  @EJB Mailboxes mailboxes;

  public Optional<MailboxId> find(Reference reference, MailboxType type) {
    return reference.id().map(MailboxId::new).or(() -> byName(reference.text(), type));
  }

  /**
   * @throws UnknownReference if a parameter names no mailbox
   */
  public MailboxId get(String parameter, MailboxType type) {
    var reference = Reference.toName(parameter);
    return find(reference, type).orElseThrow(() -> new UnknownReference("mailbox", reference));
  }

  private Optional<MailboxId> byName(String name, MailboxType type) {
    var alike = mailboxes.list(new MailboxQuery(name, type), Slice.first(Slice.MAX_SIZE));
    return alike.items().stream()
        .filter(mailbox -> mailbox.name().equals(name))
        .findFirst()
        .map(MailboxView::id);
  }
}
