package org.mailroom.inbound;

/** Why a mailbox is read at its interval, and not waited on. */
public enum WhyNoIdle {
  /** POP3 knows no waiting. */
  POP3,
  /** Its server does not offer IDLE. */
  NOT_OFFERED,
  /** The node has as many connections that wait as it may have. */
  FULL,
  /** {@code MAILROOM_IDLE_CONNECTIONS} is 0. */
  SWITCHED_OFF,
  /** Its server offers IDLE, but did not take the command. */
  REFUSED,
  /** There is more to read at once. */
  CATCHING_UP
}
