package org.mailroom.mailbox;

import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.failure.Conflict;

/** A mailbox that is named somewhere cannot be deleted. */
public class MailboxInUse extends Conflict {
  private static final long serialVersionUID = 1L;

  private final transient List<MailboxUsage.Use> uses;

  public MailboxInUse(MailboxId id, List<MailboxUsage.Use> uses) {
    super(
        "Mailbox %s is in use by %s. Unlink it there first, or pause it."
            .formatted(id, names(uses)));
    this.uses = List.copyOf(uses);
  }

  private static String names(List<MailboxUsage.Use> uses) {
    return uses.stream()
        .map(use -> use.kind() + " " + use.name())
        .collect(Collectors.joining(", "));
  }

  public List<MailboxUsage.Use> uses() {
    return uses;
  }
}
