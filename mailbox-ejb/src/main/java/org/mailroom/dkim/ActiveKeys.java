package org.mailroom.dkim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.mailroom.dkim.jpa.DkimKeyStore;
import org.mailroom.dkim.model.DkimKey;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.SigningKeys;

/** Tells the connection check which key signs the mail of a mailbox. */
@ApplicationScoped
class ActiveKeys implements SigningKeys {
  @Inject DkimKeyStore store;

  @Override
  public Optional<SigningKey> of(MailboxId mailbox) {
    return store.signing(mailbox).map(ActiveKeys::key);
  }

  private static SigningKey key(DkimKey key) {
    return new SigningKey(key.name().domain(), key.name().record(), key.publicKey());
  }
}
