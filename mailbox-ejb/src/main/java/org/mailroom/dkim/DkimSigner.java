package org.mailroom.dkim;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.dkim.jdkim.Signature;
import org.mailroom.dkim.jpa.DkimKeyStore;
import org.mailroom.dkim.model.DkimKey;
import org.mailroom.dkim.model.KeyName;
import org.mailroom.dkim.model.KeyPairs;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.vault.SealBroken;
import org.mailroom.vault.Vault;

/**
 * Signs messages with the key of their mailbox (RFC 6376). A change of keys is felt within 10
 * seconds on every node, at once on the one that made it. Reads in the transaction of the caller;
 * thread-safe.
 */
@ApplicationScoped
public class DkimSigner {
  private static final System.Logger LOG = System.getLogger(DkimSigner.class.getName());
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST_KEYS = 1000;

  @Inject DkimKeyStore store;
  @Inject Vault vault;
  @Inject Clock clock;

  private final Cache<MailboxId, Optional<Signing>> keys =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST_KEYS).build();

  private record Signing(String domain, Signature signature) {}

  /**
   * The message with its signature before it; as it is if its mailbox has no key that signs, or one
   * of another domain than its sender's. A key that cannot be opened keeps no mail back.
   *
   * @param raw the final bytes of the message, without a signature of ours
   */
  public byte[] signed(MailboxId mailbox, EmailAddress from, byte[] raw) {
    String domain = DkimKeys.domainOf(from);
    return keys.get(mailbox, this::load)
        .filter(signing -> signing.domain().equals(domain))
        .map(signing -> joined(signing.signature().header(raw, clock.instant()), raw))
        .orElse(raw);
  }

  private Optional<Signing> load(MailboxId mailbox) {
    return store.signing(mailbox).flatMap(this::open);
  }

  private Optional<Signing> open(DkimKey key) {
    KeyName name = key.name();
    try {
      Signature signature =
          new Signature(name, KeyPairs.privateKey(vault.open(key.sealedKey(), name.context())));
      return Optional.of(new Signing(name.domain(), signature));
    } catch (SealBroken lost) {
      LOG.log(System.Logger.Level.ERROR, "key={0} state=SEALED mail=UNSIGNED", name);
      return Optional.empty();
    }
  }

  private static byte[] joined(byte[] header, byte[] raw) {
    byte[] whole = new byte[header.length + raw.length];
    System.arraycopy(header, 0, whole, 0, header.length);
    System.arraycopy(raw, 0, whole, header.length, raw.length);
    return whole;
  }

  void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SigningKeyChanged event) {
    keys.invalidate(event.mailbox());
  }

  /** The key that a mailbox signs with was changed by a person. */
  record SigningKeyChanged(MailboxId mailbox, Instant at) {}
}
