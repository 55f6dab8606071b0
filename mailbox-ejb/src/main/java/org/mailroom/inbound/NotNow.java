package org.mailroom.inbound;

import org.mailroom.failure.Failure;

/**
 * A mail cannot be handled until something that all mail needs is back. It waits, however long that
 * takes, and is tried again every few minutes; it is not quarantined for it.
 */
public class NotNow extends Failure {
  private static final long serialVersionUID = 1L;

  public NotNow(String why) {
    super(why);
  }
}
