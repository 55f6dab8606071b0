package org.mailroom.bounce;

/** What a report means for one recipient. */
public enum BounceKind {
  /** Refused for good, and later mail to the address would come back too. */
  HARD,
  /** It did not arrive, though the address may be good: refused, or given up after trying. */
  SOFT,
  /** Not yet delivered; the server goes on trying. */
  DELAYED,
  /** It arrived, and the recipient reported it as unwanted. */
  COMPLAINT;

  /** Whether the recipient does not get the message. */
  public boolean isReturned() {
    return this == HARD || this == SOFT;
  }

  /** Whether later mail to the address should wait for a person. */
  public boolean marks() {
    return this == HARD || this == COMPLAINT;
  }
}
