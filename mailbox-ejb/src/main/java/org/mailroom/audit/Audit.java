package org.mailroom.audit;

import jakarta.ejb.Stateless;

/** Writes down changes in the transaction that makes them; secrets never come here. */
@Stateless
public class Audit {
  /**
   * Notes one change by the present caller ({@code system} where no person is logged in).
   *
   * @param action a verb in the past tense, such as {@code mailbox.registered}
   * @param subject what it was done to, such as {@code mailbox 17}
   * @param detail what is worth knowing about it, without secrets; may be empty
   */
  public void note(String action, String subject, String detail) {
    throw new UnsupportedOperationException();
  }
}
