package org.mailroom.api.reference;

import java.util.List;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxNotFound;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.Security;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** Mailboxes in memory. */
public class FakeMailboxes extends Mailboxes {
  private final List<MailboxView> all;

  private FakeMailboxes(List<MailboxView> all) {
    this.all = all;
  }

  public static FakeMailboxes of(MailboxView... all) {
    return new FakeMailboxes(List.of(all));
  }

  public static MailboxView mailbox(long id, String name, MailboxType type) {
    return new MailboxView(
        new MailboxId(id),
        name,
        type,
        "mail.example.org",
        587,
        Security.STARTTLS,
        Authentication.PASSWORD,
        "desk",
        true,
        null,
        null,
        "desk@example.org",
        "Service desk",
        null,
        "desk@example.org",
        true,
        true,
        false,
        false,
        false,
        MailboxStatus.NEVER_RUN,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        1);
  }

  @Override
  public MailboxView get(MailboxId id) {
    return all.stream()
        .filter(mailbox -> mailbox.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new MailboxNotFound(id));
  }

  @Override
  public Page<MailboxView> list(MailboxQuery query, Slice slice) {
    var found =
        all.stream()
            .filter(mailbox -> mailbox.name().contains(query.text()))
            .filter(mailbox -> mailbox.type() == query.type())
            .toList();
    return Page.of(found, slice, found.size());
  }
}
