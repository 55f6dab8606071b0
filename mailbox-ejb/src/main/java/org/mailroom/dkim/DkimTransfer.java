package org.mailroom.dkim;

import static java.util.stream.Collectors.toMap;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.dkim.DkimSigner.SigningKeyChanged;
import org.mailroom.dkim.jpa.DkimKeyStore;
import org.mailroom.dkim.model.DkimKey;
import org.mailroom.dkim.model.KeyName;
import org.mailroom.dkim.model.KeyPairs;
import org.mailroom.dkim.model.Selectors;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.vault.Secret;
import org.mailroom.vault.Vault;

/**
 * Signing keys on their way to another installation, where the same record of the domain serves
 * them. For administrators; who calls it seals what comes out. Each call joins the caller's
 * transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed
public class DkimTransfer {
  @Inject DkimKeyStore store;
  @EJB Mailboxes mailboxes;
  @Inject Vault vault;
  @EJB Audit audit;
  @Inject Clock clock;
  @Inject Event<SigningKeyChanged> changes;

  /** The selectors of the keys that sign, by mailbox; not of those of a sender of once. */
  public Map<MailboxId, String> selectors() {
    Map<MailboxId, String> domains =
        mailboxes.ofType(MailboxType.OUTPUT).stream()
            .collect(toMap(MailboxView::id, box -> senderDomain(box).orElse("")));
    return store.signing().stream()
        .filter(key -> key.name().domain().equals(domains.get(key.mailbox())))
        .collect(toMap(DkimKey::mailbox, key -> key.name().selector()));
  }

  /**
   * The private part of the key that signs the mail of a mailbox: Base64 of PKCS #8.
   *
   * @throws org.mailroom.vault.SealBroken if the master key is another one now
   */
  public Optional<Secret> key(MailboxId mailbox) {
    return store.signing(mailbox).map(key -> vault.open(key.sealedKey(), key.name().context()));
  }

  /**
   * Signs the mail of a mailbox with a key that comes from elsewhere, and with none other. Its
   * record is not looked for: it is the key's own, wherever the key is.
   *
   * @param privateKey as {@link #key} tells it
   * @throws InvalidDkimKey if the selector or the key is none, or another key has that name
   * @throws DkimRefused if the mailbox sends nothing, or names no sender of its own
   */
  public void take(MailboxId mailbox, String selector, Secret privateKey) {
    KeyName name = new KeyName(domainOf(mailboxes.get(mailbox)), valid(selector));
    String publicKey = publicPart(privateKey);
    DkimKey key = known(mailbox, name).orElseGet(() -> added(mailbox, name, publicKey, privateKey));
    if (!key.publicKey().equals(publicKey)) {
      throw taken(name);
    }
    if (key.state() != DkimKeyState.SIGNING) {
      sign(key);
    }
  }

  private static String domainOf(MailboxView mailbox) {
    return senderDomain(mailbox)
        .orElseThrow(
            () ->
                new DkimRefused(
                    "Mailbox \"%s\" has no sender whose mail could be signed."
                        .formatted(mailbox.name())));
  }

  private static Optional<String> senderDomain(MailboxView mailbox) {
    return mailbox.type() == MailboxType.OUTPUT
        ? EmailAddress.parse(mailbox.sender()).map(DkimKeys::domainOf)
        : Optional.empty();
  }

  private static String valid(String selector) {
    if (!Selectors.isValid(selector)) {
      throw problem(
          "SELECTOR_INVALID",
          "dkim.selector",
          "\"%s\" is no selector: use up to 63 of a-z, 0-9 and - (not first or last)."
              .formatted(selector));
    }
    return selector;
  }

  private static String publicPart(Secret privateKey) {
    return KeyPairs.publicPart(privateKey)
        .orElseThrow(
            () ->
                problem(
                    "DKIM_KEY_INVALID",
                    "dkim.sealedKey",
                    "This is no RSA key of at least 1024 bits."));
  }

  private Optional<DkimKey> known(MailboxId mailbox, KeyName name) {
    return store.of(mailbox).stream().filter(key -> key.name().equals(name)).findFirst();
  }

  private DkimKey added(MailboxId mailbox, KeyName name, String publicKey, Secret privateKey) {
    if (store.isTaken(name)) {
      throw taken(name);
    }
    byte[] sealed = vault.seal(privateKey, name.context());
    DkimKey key = new DkimKey(mailbox, name, publicKey, sealed, clock.instant());
    store.add(key);
    return key;
  }

  private static InvalidDkimKey taken(KeyName name) {
    return problem(
        "SELECTOR_TAKEN",
        "dkim.selector",
        "There is another key \"%s\" of the domain %s. Remove it first."
            .formatted(name.selector(), name.domain()));
  }

  private static InvalidDkimKey problem(String code, String field, String message) {
    return new InvalidDkimKey(new Problem(code, field, message));
  }

  private void sign(DkimKey key) {
    store.signing(key.mailbox()).ifPresent(old -> old.replace(clock.instant()));
    DkimKeyState from = key.state();
    key.sign(clock.instant());
    audit.changed(
        "dkim.taken",
        "mailbox " + key.mailbox(),
        List.of(Change.of(key.name().record(), from, key.state())));
    changes.fire(new SigningKeyChanged(key.mailbox(), clock.instant()));
  }
}
