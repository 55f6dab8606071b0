package org.mailroom.contract;

/** What happens to Specific mail when the contract's outbox is paused when the element runs. */
public enum WhenOutboxUnavailable {
  /** It stays on that outbox and is sent when the outbox works again. */
  WAIT,
  /** It leaves by the system's default outbox. */
  DEFAULT,
  /** It waits for a person. */
  HOLD
}
