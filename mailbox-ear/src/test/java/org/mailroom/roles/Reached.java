package org.mailroom.roles;

import jakarta.ejb.ApplicationException;

/** A probe was let in. */
@ApplicationException(rollback = true)
class Reached extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
