package org.mailroom.watch;

/** What may be wrong with a mailbox so that people are told. */
public enum AlertKind {
  /** It does not work until a person acts. */
  BROKEN,
  /** The server's certificate runs out soon or has run out. */
  CERTIFICATE,
  /** The client secret runs out soon or has run out. */
  CLIENT_SECRET,
  /** The consent to sign in by OAuth2 runs out soon or has run out. */
  CONSENT
}
