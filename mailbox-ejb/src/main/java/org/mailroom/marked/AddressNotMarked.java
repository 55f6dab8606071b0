package org.mailroom.marked;

import org.mailroom.failure.NotFound;
import org.mailroom.mailbox.EmailAddress;

/** There is no such marked address. */
public class AddressNotMarked extends NotFound {
  private static final long serialVersionUID = 1L;

  public AddressNotMarked(EmailAddress address) {
    super("The address %s is not marked.".formatted(address));
  }
}
