package org.mailroom.mailbox;

/** How far a mailbox is with its right to sign in by OAuth2. */
public enum ConsentState {
  /** No person has to consent: the application or a service account signs in. */
  NOT_NEEDED,
  /** Nobody has consented yet to the settings as they are now. */
  AWAITED,
  GIVEN,
  /** There was one, and the provider takes it no more: revoked or expired. */
  LOST
}
