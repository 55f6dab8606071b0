package org.mailroom.mailbox;

/** How we sign in. */
public enum Authentication {
  PASSWORD,
  OAUTH2,
  /** Not at all; for Output only. */
  NONE
}
