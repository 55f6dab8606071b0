package org.mailroom.flow.flowable;

import org.mailroom.flow.model.Facts;

/** An expression that asks for more than the facts of its request. */
class ExpressionRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ExpressionRefused(String expression, String reason) {
    super(
        "The expression %s is refused: %s. An expression compares or shows these properties, and the answers given to user tasks; it calls nothing: %s."
            .formatted(expression, reason, String.join(", ", Facts.paths())));
  }
}
