package org.mailroom.mailbox;

/** How the connection is protected. */
public enum Security {
  /** TLS from the first byte. */
  TLS,
  /** Plain at first, then STARTTLS or STLS, which is required: without it there is no session. */
  STARTTLS,
  NONE
}
