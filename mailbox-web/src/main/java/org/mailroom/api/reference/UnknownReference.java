package org.mailroom.api.reference;

import org.mailroom.failure.NotFound;

/** A query parameter names something that is not there. */
public class UnknownReference extends NotFound {
  private static final long serialVersionUID = 1L;

  UnknownReference(String what, Reference reference) {
    super("There is no %s %s.".formatted(what, reference));
  }
}
