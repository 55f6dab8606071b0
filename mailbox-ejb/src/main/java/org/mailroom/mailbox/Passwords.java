package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.mailbox.jpa.SealedPasswords;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.vault.SealBroken;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/** Puts passwords into mailboxes sealed, each for its mailbox only, and takes them out again. */
@Dependent
class Passwords {
  @Inject Vault vault;

  void seal(Mailbox mailbox, Secret password) {
    mailbox.keepPassword(vault.seal(password, SealedPasswords.context(mailbox.id())));
  }

  /**
   * @throws SealBroken if the master key is another one now
   */
  Optional<Secret> open(Mailbox mailbox) {
    return mailbox
        .sealedPassword()
        .map(shut -> vault.open(shut, SealedPasswords.context(mailbox.id())));
  }

  /** Whether there is nothing in the way of {@link #open}: the settings can be changed without. */
  boolean opens(Mailbox mailbox) {
    try {
      open(mailbox);
      return true;
    } catch (SealBroken lost) {
      return false;
    }
  }

  /** Whether this is the stored password; not if that one cannot be opened any more. */
  boolean isStored(Mailbox mailbox, Secret password) {
    return opens(mailbox) && open(mailbox).filter(password::equals).isPresent();
  }
}
