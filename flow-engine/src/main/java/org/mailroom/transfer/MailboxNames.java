package org.mailroom.transfer;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.transfer.model.Kind;

/** The mailboxes by name: what an id is here, a name is everywhere. */
final class MailboxNames {
  private final Map<String, MailboxView> byName = new HashMap<>();
  private final Map<MailboxId, String> byId = new HashMap<>();

  private MailboxNames() {}

  static MailboxNames of(Mailboxes mailboxes) {
    MailboxNames names = new MailboxNames();
    Stream.of(MailboxType.values())
        .flatMap(type -> mailboxes.ofType(type).stream())
        .forEach(names::add);
    return names;
  }

  private void add(MailboxView mailbox) {
    byName.put(Kind.MAILBOX.identity(mailbox.name()), mailbox);
    byId.put(mailbox.id(), mailbox.name());
  }

  Optional<MailboxView> named(String name) {
    return Optional.ofNullable(byName.get(Kind.MAILBOX.identity(name)));
  }

  Optional<String> nameOf(MailboxId id) {
    return Optional.ofNullable(byId.get(id));
  }

  Stream<MailboxView> all() {
    return byName.values().stream();
  }
}
