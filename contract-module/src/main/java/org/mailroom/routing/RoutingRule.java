package org.mailroom.routing;

/** Which rule decided (docs/routing.md). */
public enum RoutingRule {
  ELEMENT_DEFAULT,
  CONTRACT_OUTBOX,
  /** Specific, but the contract has no outbox: the default one. */
  CONTRACT_WITHOUT_OUTBOX,
  ELEMENT_OUTBOX,
  /** Specific, but the outbox it names is not there any more: the default one. */
  OUTBOX_GONE,
  /** The chosen outbox is paused, and the contract says DEFAULT. */
  UNAVAILABLE_DEFAULT,
  /** The chosen outbox is paused, and the contract says HOLD. */
  UNAVAILABLE_HOLD,
  NO_DEFAULT_OUTBOX
}
