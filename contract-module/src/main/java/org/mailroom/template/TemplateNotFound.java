package org.mailroom.template;

import org.mailroom.failure.NotFound;

/** There is no such active template. */
public class TemplateNotFound extends NotFound {
  private static final long serialVersionUID = 1L;

  public TemplateNotFound(String identifier) {
    super(
        "There is no active e-mail template \"%s\". Register or activate it under Parametrization > E-mail template."
            .formatted(identifier));
  }
}
