package org.mailroom.bounce;

/** How final a bounce is for one recipient. */
public enum BounceKind {
  /** Refused for good (5.x.x): trying again is no use. */
  HARD,
  /** Given up after trying for long (4.x.x): it did not arrive, though the address may be good. */
  EXPIRED,
  /** Not yet delivered; the server goes on trying. */
  DELAYED;

  /** Whether the recipient does not get the message. */
  public boolean isReturned() {
    return this != DELAYED;
  }
}
