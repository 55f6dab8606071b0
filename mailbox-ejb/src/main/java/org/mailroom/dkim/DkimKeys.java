package org.mailroom.dkim;

import static org.mailroom.access.Role.AUDITOR;
import static org.mailroom.access.Role.CONTRACT_MANAGER;
import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.net.IDN;
import java.security.KeyPair;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.audit.Change;
import org.mailroom.dkim.DkimSigner.SigningKeyChanged;
import org.mailroom.dkim.jpa.DkimKeyStore;
import org.mailroom.dkim.model.DkimKey;
import org.mailroom.dkim.model.KeyName;
import org.mailroom.dkim.model.KeyPairs;
import org.mailroom.dkim.model.KeyRecord;
import org.mailroom.dkim.model.Selectors;
import org.mailroom.dns.Dns;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.mailbox.MailboxId;
import org.mailroom.mailbox.MailboxType;
import org.mailroom.mailbox.MailboxView;
import org.mailroom.mailbox.Mailboxes;
import org.mailroom.vault.Vault;

/**
 * The keys that sign the mail of Output mailboxes (DKIM, RFC 6376). A key is prepared, its record
 * published by whoever keeps the domain, then it signs; another one replaces it without a gap.
 *
 * <p>Each call joins the caller's transaction or starts one, but for {@link #check}. Changes are
 * audited; private keys never come out. Stateless and thread-safe.
 */
@Stateless
@Allowed({CONTRACT_MANAGER, OPERATOR, AUDITOR})
public class DkimKeys {
  @Inject DkimKeyStore store;
  @EJB Mailboxes mailboxes;
  @Inject Vault vault;
  @Inject Dns dns;
  @EJB Audit audit;
  @Inject Clock clock;
  @Inject Event<SigningKeyChanged> changes;

  /**
   * The keys of a mailbox, the newest first; none for an Input mailbox.
   *
   * @throws org.mailroom.mailbox.MailboxNotFound if there is no such mailbox
   */
  public List<DkimKeyView> of(MailboxId mailbox) {
    MailboxView box = mailboxes.get(mailbox);
    return store.of(mailbox).stream().map(key -> key.view(domainOf(box))).toList();
  }

  /**
   * Makes a key for the domain of a mailbox's sender. It signs nothing yet.
   *
   * @param selector its name within the domain; empty for one that tells the month
   * @throws InvalidDkimKey if the selector cannot be a part of a domain name or is taken
   * @throws DkimRefused if the mailbox sends nothing, or names no sender of its own
   */
  @Allowed(CONTRACT_MANAGER)
  public DkimKeyView prepare(MailboxId mailbox, String selector) {
    MailboxView box = mailboxes.get(mailbox);
    if (box.type() != MailboxType.OUTPUT) {
      throw new DkimRefused(
          "Mailbox \"%s\" sends nothing. Choose an Output mailbox.".formatted(box.name()));
    }
    KeyPair pair = KeyPairs.next();
    KeyName name = new KeyName(domainOf(box), selectorFor(domainOf(box), selector));
    DkimKey key =
        new DkimKey(
            mailbox,
            name,
            KeyPairs.publicPart(pair),
            vault.seal(KeyPairs.privatePart(pair), name.context()),
            clock.instant());
    store.add(key);
    audit.note("dkim.prepared", "mailbox " + mailbox, name.record());
    return key.view(name.domain());
  }

  private String selectorFor(String domain, String wanted) {
    String selector = wanted.strip().toLowerCase(Locale.ROOT);
    if (selector.isEmpty()) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      return Selectors.next(today, name -> store.isTaken(new KeyName(domain, name)));
    }
    if (!Selectors.isValid(selector)) {
      throw new InvalidDkimKey(
          new Problem(
              "SELECTOR_INVALID",
              "selector",
              "\"%s\" is no selector: use up to 63 of a-z, 0-9 and - (not first or last)."
                  .formatted(selector)));
    }
    if (store.isTaken(new KeyName(domain, selector))) {
      throw new InvalidDkimKey(
          new Problem(
              "SELECTOR_TAKEN",
              "selector",
              "The domain %s has a key \"%s\" already. Choose another selector."
                  .formatted(domain, selector)));
    }
    return selector;
  }

  /**
   * Looks whether a key's record is published; takes up to 3 seconds, outside any transaction.
   *
   * @throws DkimKeyNotFound if the mailbox has no such key
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DkimRecordState check(MailboxId mailbox, String selector) {
    mailboxes.get(mailbox);
    DkimKey key = existing(mailbox, selector);
    return dns.texts(key.name().record())
        .join()
        .map(new KeyRecord(key.publicKey())::in)
        .orElse(DkimRecordState.UNKNOWN);
  }

  /**
   * Signs with a key from now on, and no more with another one. Its record must be published.
   *
   * @param unseen whether to begin though nobody answers for the domain, as from a closed network;
   *     a record that is missing or another one is refused even so
   * @throws DkimRefused if its record cannot be seen
   * @throws DkimKeyNotFound if the mailbox has no such key
   */
  @Allowed(CONTRACT_MANAGER)
  public DkimKeyView activate(MailboxId mailbox, String selector, boolean unseen) {
    MailboxView box = mailboxes.get(mailbox);
    DkimKey key = existing(mailbox, selector);
    require(key, check(mailbox, selector), unseen);
    store
        .signing(mailbox)
        .filter(old -> !old.equals(key))
        .ifPresent(old -> old.replace(clock.instant()));
    move(key, DkimKeyState.SIGNING);
    return key.view(domainOf(box));
  }

  private static void require(DkimKey key, DkimRecordState seen, boolean unseen) {
    String record = key.name().record();
    switch (seen) {
      case PUBLISHED -> {}
      case MISSING ->
          throw new DkimRefused(
              "There is no TXT record %s yet. Publish it, wait until it is seen, and try again."
                  .formatted(record));
      case OTHER ->
          throw new DkimRefused(
              "The TXT record %s holds another key. Publish exactly one record with the text shown."
                  .formatted(record));
      case UNKNOWN -> {
        if (!unseen) {
          throw new DkimRefused(
              "Nobody answers for %s, so its record cannot be seen. Try again, or begin unseen."
                  .formatted(record));
        }
      }
    }
  }

  /**
   * Stops signing with a key; the mail of its mailbox then leaves unsigned.
   *
   * @throws DkimKeyNotFound if the mailbox has no such key
   */
  @Allowed(CONTRACT_MANAGER)
  public void stop(MailboxId mailbox, String selector) {
    mailboxes.get(mailbox);
    DkimKey key = existing(mailbox, selector);
    if (key.state() == DkimKeyState.SIGNING) {
      move(key, DkimKeyState.REPLACED);
    }
  }

  private void move(DkimKey key, DkimKeyState to) {
    DkimKeyState from = key.state();
    if (to == DkimKeyState.SIGNING) {
      key.sign(clock.instant());
    } else {
      key.replace(clock.instant());
    }
    audit.changed(
        "dkim.changed",
        "mailbox " + key.mailbox(),
        List.of(Change.of(key.name().record(), from, to)));
    changes.fire(new SigningKeyChanged(key.mailbox(), clock.instant()));
  }

  /**
   * Deletes a key for good.
   *
   * @throws DkimRefused if it signs
   * @throws DkimKeyNotFound if the mailbox has no such key
   */
  @Allowed(CONTRACT_MANAGER)
  public void remove(MailboxId mailbox, String selector) {
    mailboxes.get(mailbox);
    DkimKey key = existing(mailbox, selector);
    if (key.state() == DkimKeyState.SIGNING) {
      throw new DkimRefused(
          "The key \"%s\" signs mail. Let another one sign, or stop it first.".formatted(selector));
    }
    store.remove(key);
    audit.note("dkim.removed", "mailbox " + mailbox, key.name().record());
  }

  private DkimKey existing(MailboxId mailbox, String selector) {
    Optional<DkimKey> key =
        store.of(mailbox).stream().filter(k -> k.name().selector().equals(selector)).findFirst();
    return key.orElseThrow(() -> new DkimKeyNotFound(mailbox, selector));
  }

  private static String domainOf(MailboxView box) {
    return EmailAddress.parse(box.sender()).map(DkimKeys::domainOf).orElse("");
  }

  /** As the domain name system knows it. */
  static String domainOf(EmailAddress address) {
    return IDN.toASCII(address.domain(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
  }
}
