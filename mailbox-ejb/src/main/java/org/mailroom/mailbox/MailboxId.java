package org.mailroom.mailbox;

/** Names one mailbox for as long as the installation lives. */
public record MailboxId(long value) {
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
