package org.mailroom.mailbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.mailbox.model.ClientSecretRule;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxSettings;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.vault.SealBroken;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/**
 * Puts client secrets into mailboxes sealed, each for its mailbox only, and takes them out again.
 */
@Dependent
class ClientSecrets {
  @Inject Vault vault;

  /** The client of a mailbox that signs in by OAuth2. */
  OAuthClient clientOf(Mailbox mailbox) {
    return OAuthClient.of(mailbox.settings(), open(mailbox));
  }

  /** The client of settings that are not saved. */
  OAuthClient clientOf(MailboxSettings wanted, ClientSecretRule secret, Optional<Mailbox> stored) {
    Optional<Secret> kept = stored.filter(box -> !secret.remove()).flatMap(this::open);
    return OAuthClient.of(wanted, Optional.ofNullable(secret.given()).or(() -> kept));
  }

  /**
   * @throws SealBroken if the master key is another one now
   */
  Optional<Secret> open(Mailbox mailbox) {
    return mailbox.sealedClientSecret().map(shut -> vault.open(shut, context(mailbox)));
  }

  /** Whether what is stored, if anything, can be opened with the present master key. */
  boolean opens(Mailbox mailbox) {
    try {
      open(mailbox);
      return true;
    } catch (SealBroken lost) {
      return false;
    }
  }

  /** Takes over what a draft says; whether the stored one is another now, or gone. */
  boolean take(Mailbox mailbox, ClientSecretRule secret) {
    boolean used = mailbox.signsInByOAuth2();
    if (used && secret.given() != null) {
      return takeGiven(mailbox, secret.given());
    }
    if ((secret.remove() || !used) && mailbox.hasClientSecret()) {
      mailbox.keepClientSecret(null);
      return true;
    }
    return false;
  }

  // Sealing twice gives two ciphertexts: the same secret again must not look like a change.
  private boolean takeGiven(Mailbox mailbox, Secret given) {
    if (isStored(mailbox, given)) {
      return false;
    }
    mailbox.keepClientSecret(vault.seal(given, context(mailbox)));
    return true;
  }

  private boolean isStored(Mailbox mailbox, Secret secret) {
    try {
      return open(mailbox).filter(secret::equals).isPresent();
    } catch (SealBroken lost) {
      return false;
    }
  }

  private static String context(Mailbox mailbox) {
    return "mailbox-client:" + mailbox.id();
  }
}
