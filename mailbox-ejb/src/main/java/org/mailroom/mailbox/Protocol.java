package org.mailroom.mailbox;

/** What an Input mailbox speaks. */
public enum Protocol {
  IMAP,
  POP3
}
