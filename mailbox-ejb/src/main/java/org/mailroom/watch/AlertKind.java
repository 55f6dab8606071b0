package org.mailroom.watch;

/** What may be wrong with a mailbox, or with its messages, so that people are told. */
public enum AlertKind {
  /** It does not work until a person acts. */
  BROKEN,
  /** The server's certificate runs out soon or has run out. */
  CERTIFICATE,
  /** The client secret runs out soon or has run out. */
  CLIENT_SECRET,
  /** The consent to sign in by OAuth2 runs out soon or has run out. */
  CONSENT,
  /** Messages of its are held until a person decides. */
  HELD,
  /** Nobody knows whether messages of its arrived, and a person decides whether they go again. */
  UNCERTAIN;

  /** Whether it cannot be over in a moment by itself, so that people need no proof of it. */
  public boolean isLasting() {
    return this == CERTIFICATE || this == CLIENT_SECRET || this == CONSENT;
  }

  /** Whether messages wait for a person, while nothing is wrong with the mailbox itself. */
  public boolean isOfMessages() {
    return this == HELD || this == UNCERTAIN;
  }
}
