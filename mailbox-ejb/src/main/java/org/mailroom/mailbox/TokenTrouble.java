package org.mailroom.mailbox;

import org.mailroom.failure.Conflict;

/**
 * A mailbox that signs in by OAuth2 has no token at present. Its message is fit for the people who
 * look after it.
 */
public class TokenTrouble extends Conflict {
  private static final long serialVersionUID = 1L;

  private final MailboxAccess.Trouble trouble;

  public TokenTrouble(MailboxAccess.Trouble trouble, String words) {
    super(words);
    this.trouble = trouble;
  }

  public TokenTrouble(MailboxAccess.Trouble trouble, String words, Throwable cause) {
    super(words);
    initCause(cause);
    this.trouble = trouble;
  }

  public MailboxAccess.Trouble trouble() {
    return trouble;
  }

  /** Whether it may be over by itself soon. */
  public boolean passes() {
    return trouble == MailboxAccess.Trouble.NETWORK || trouble == MailboxAccess.Trouble.SERVER;
  }

  /** Whether it will not pass until a person signs in at the provider. */
  public boolean wantsConsent() {
    return trouble == MailboxAccess.Trouble.CONSENT;
  }
}
