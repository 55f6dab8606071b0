package org.mailroom.mailbox;

import java.util.Objects;
import java.util.Set;

/**
 * Which mailboxes a list shows, and in which order. What is null does not narrow it.
 *
 * @param text in name, server, user or sender, case ignored
 * @param active whether they are active
 * @param trouble what kind of failure their last one was
 * @param used whether a contract or a flow names them
 * @param unverified whether the server's certificate is not checked, or there is none
 * @param among these and no others
 * @param order never null
 */
public record MailboxQuery(
    String text,
    MailboxType type,
    MailboxStatus status,
    Boolean active,
    MailboxAccess.Trouble trouble,
    Boolean used,
    Boolean unverified,
    Set<MailboxId> among,
    MailboxOrder order) {
  public MailboxQuery {
    among = among == null ? null : Set.copyOf(among);
    order = Objects.requireNonNullElse(order, MailboxOrder.BY_NAME);
  }

  /** All with a text and of a type, by name. */
  public MailboxQuery(String text, MailboxType type) {
    this(text, type, null, null, null, null, null, null, MailboxOrder.BY_NAME);
  }

  public static MailboxQuery all() {
    return new MailboxQuery(null, null);
  }

  /** The same, but only these. */
  public MailboxQuery among(Set<MailboxId> mailboxes) {
    return new MailboxQuery(
        text, type, status, active, trouble, used, unverified, mailboxes, order);
  }
}
