package org.mailroom.watch;

import java.time.Instant;
import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxQuery;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.paging.Page;
import org.mailroom.paging.Slice;

/** The mailboxes of a database, without rules, secrets and audit. */
final class StoredMailboxes extends Mailboxes {
  private final MailboxStore store;
  private final Instant now;

  StoredMailboxes(MailboxStore store, Instant now) {
    this.store = store;
    this.now = now;
  }

  @Override
  public Page<MailboxView> list(MailboxQuery query, Slice slice) {
    return store.list(query, slice).map(mailbox -> mailbox.view(false, Instant.EPOCH));
  }

  @Override
  public List<MailboxId> ids(MailboxQuery query) {
    return store.ids(query).stream()
        .filter(id -> query.among() == null || query.among().contains(id))
        .toList();
  }

  @Override
  public MailboxView get(MailboxId id) {
    return store.find(id).orElseThrow().view(false, Instant.EPOCH);
  }

  @Override
  public void pause(MailboxId id) {
    store.find(id).orElseThrow().pause();
  }

  @Override
  public void resume(MailboxId id) {
    store.find(id).orElseThrow().resume(now);
  }
}
