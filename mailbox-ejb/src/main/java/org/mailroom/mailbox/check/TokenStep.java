package org.mailroom.mailbox.check;

import java.time.Duration;
import java.util.function.Supplier;
import org.mailroom.mailbox.TokenTrouble;
import org.mailroom.vault.Secret;

/** Gets the token to sign in with, before the log-in. */
final class TokenStep {
  private final Supplier<Secret> source;
  private Secret token;

  TokenStep(Supplier<Secret> source) {
    this.source = source;
  }

  /** The token; null if the check has failed by then. */
  Secret takenIn(Steps steps, Duration limit) {
    // two calls: the server's metadata and the token itself
    steps.take("token", limit.multipliedBy(2), this::get);
    return token;
  }

  private String get() throws StepFailed {
    try {
      token = source.get();
      return "The provider has granted a token.";
    } catch (TokenTrouble none) {
      throw new StepFailed(none.getMessage(), hint(none));
    }
  }

  private static String hint(TokenTrouble none) {
    if (none.wantsConsent()) {
      return "Somebody must sign in at the provider as the user of this mailbox.";
    }
    return none.passes()
        ? "Try again in a moment."
        : "Compare issuer, client ID, client secret and scope with the registration at the provider.";
  }
}
