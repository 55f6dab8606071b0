package org.mailroom.mailbox;

/** Whether mail is read from a mailbox or sent through it; fixed when it is registered. */
public enum MailboxType {
  INPUT,
  OUTPUT
}
