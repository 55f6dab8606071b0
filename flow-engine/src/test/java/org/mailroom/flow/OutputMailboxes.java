package org.mailroom.flow;

import java.util.List;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;

/** An installation with these Output mailboxes and one Input mailbox, 99. */
public final class OutputMailboxes extends Mailboxes {
  private final List<Long> outputs;

  public OutputMailboxes(Long... outputs) {
    this.outputs = List.of(outputs);
  }

  @Override
  public List<MailboxView> ofType(MailboxType type) {
    List<Long> ids = type == MailboxType.OUTPUT ? outputs : List.of(99L);
    return ids.stream().map(id -> mailbox(id, type)).toList();
  }

  private static MailboxView mailbox(long id, MailboxType type) {
    return new MailboxView(
        new MailboxId(id),
        "box",
        type,
        "mail.example",
        25,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        true,
        false,
        false,
        true,
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
        null,
        1);
  }
}
