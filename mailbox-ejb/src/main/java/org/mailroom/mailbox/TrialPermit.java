package org.mailroom.mailbox;

/** Port to whoever may forbid that a test message leaves. */
public interface TrialPermit {
  /**
   * Throws a {@link org.mailroom.failure.Failure} that says why no test may be sent to this
   * address.
   */
  void require(EmailAddress to);
}
