package org.mailroom.dkim;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.mailroom.dkim.jpa.KeyStores;
import org.mailroom.vault.Vault;

/** Signers over a database of a test. */
public final class Signers {
  private Signers() {}

  public static DkimSigner over(EntityManager entities, Vault vault, Clock clock) {
    DkimSigner signer = new DkimSigner();
    signer.store = KeyStores.over(entities);
    signer.vault = vault;
    signer.clock = clock;
    return signer;
  }
}
