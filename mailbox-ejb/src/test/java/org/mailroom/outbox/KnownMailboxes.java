package org.mailroom.outbox;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.Authentication;
import org.mailroom.mailbox.MailboxBrief;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxStatus;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.Security;

/** The Output mailboxes that a test says there are. */
public final class KnownMailboxes extends Mailboxes {
  private final List<MailboxView> known = new ArrayList<>();
  private int listed;

  public void add(long id, String name, String sender, boolean defaultOutbox) {
    known.add(
        new MailboxView(
            new MailboxId(id),
            name,
            MailboxType.OUTPUT,
            "smtp.example.org",
            587,
            Security.STARTTLS,
            Authentication.NONE,
            null,
            false,
            null,
            null,
            sender,
            "",
            null,
            sender,
            true,
            true,
            false,
            defaultOutbox,
            true,
            MailboxStatus.OK,
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
            1));
  }

  @Override
  public MailboxView get(MailboxId id) {
    return find(id).orElseThrow();
  }

  @Override
  public Optional<MailboxView> find(MailboxId id) {
    return known.stream().filter(mailbox -> mailbox.id().equals(id)).findFirst();
  }

  @Override
  public Map<MailboxId, MailboxBrief> briefs(Collection<MailboxId> ids) {
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .collect(
            toMap(
                MailboxView::id,
                box -> new MailboxBrief(box.id(), box.name(), box.limitedUntil())));
  }

  @Override
  public Optional<MailboxView> defaultOutbox() {
    return known.stream().filter(MailboxView::defaultOutbox).findFirst();
  }

  @Override
  public List<MailboxView> ofType(MailboxType type) {
    listed++;
    return List.copyOf(known);
  }

  /** How often all of them were asked for. */
  int listed() {
    return listed;
  }
}
