package org.mailroom.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mailroom.mailbox.MailboxAccess.Trouble;
import org.mailroom.mailbox.model.Granted;
import org.mailroom.mailbox.model.HeldTokens;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.model.MailboxToken;
import org.mailroom.mailbox.model.OAuthClient;
import org.mailroom.mailbox.oauth.AuthorizationServers;
import org.mailroom.vault.SealBroken;
import org.mailroom.vault.Secret;

/**
 * The access tokens of mailboxes: the stored one while it lasts, else a new one, for which one
 * thread of one node asks while the others wait. Takes no transaction while it asks; thread-safe.
 */
@ApplicationScoped
class Tokens {
  /** What is left of a token's life when it is renewed. */
  static final Duration MARGIN = Duration.ofMinutes(5);

  /** Longer than a provider may take, so that nobody else spends the same refresh token. */
  private static final Duration HOLD = Duration.ofMinutes(2);

  /** Long enough to sign in with, while no new one is to be had. */
  private static final Duration LAST = Duration.ofSeconds(30);

  private static final Duration YOUNG = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(250);

  @Inject HeldTokens held;
  @Inject ClientSecrets clientSecrets;
  @Inject TokenSeals seals;
  @Inject AuthorizationServers servers;
  @Inject Clock clock;

  // on one node waiting for each other costs no database connection; strangers may share a lock
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

  /** Keeps what is stored in step with the mailbox; joins the transaction that changes it. */
  void prepare(Mailbox mailbox) {
    if (mailbox.signsInByOAuth2()) {
      held.prepare(
          mailbox.id(), OAuthClient.of(mailbox.settings(), Optional.empty()).fingerprint());
    } else {
      held.remove(mailbox.id());
    }
  }

  /**
   * A token that is valid for {@link #MARGIN} at least, or for less while the provider is away.
   *
   * @throws TokenTrouble if none is to be had
   * @throws SealBroken if the master key is another one now
   */
  Secret of(Mailbox mailbox) {
    OAuthClient client = clientSecrets.clientOf(mailbox);
    Predicate<MailboxToken> good = token -> token.isFresh(MARGIN, clock.instant());
    MailboxToken token = existing(mailbox.id(), client);
    try {
      return good.test(token) ? seals.access(token) : renewed(mailbox.id(), client, good);
    } catch (TokenTrouble away) {
      if (away.passes() && token.lasts(LAST, clock.instant())) {
        return seals.access(token);
      }
      throw away;
    }
  }

  /** A token for settings that are tried before they are saved; none is stored. */
  Secret trying(OAuthClient client, Optional<Mailbox> stored) {
    if (!client.byConsent()) {
      return servers.signIn(client).access();
    }
    return stored
        .filter(Mailbox::signsInByOAuth2)
        .filter(box -> client.fingerprint().equals(clientSecrets.clientOf(box).fingerprint()))
        .map(this::of)
        .orElseThrow(Tokens::unsaved);
  }

  private static TokenTrouble unsaved() {
    return new TokenTrouble(
        Trouble.CONSENT,
        "Nobody has consented to these settings yet: save the mailbox, then choose \"Sign in at the"
            + " provider\".");
  }

  /**
   * Another token in place of one that the mail server has refused; empty if that one is so young
   * that the fault is not its age.
   */
  Optional<Secret> insteadOf(Mailbox mailbox, Secret refused) {
    OAuthClient client = clientSecrets.clientOf(mailbox);
    Predicate<MailboxToken> another =
        token ->
            token.lasts(Duration.ZERO, clock.instant()) && !seals.access(token).equals(refused);
    MailboxToken token = existing(mailbox.id(), client);
    if (!another.test(token) && token.isYoungerThan(YOUNG, clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(renewed(mailbox.id(), client, another));
  }

  /** The tokens as they are now; a consent that is lost is not asked for again. */
  private MailboxToken existing(MailboxId id, OAuthClient client) {
    MailboxToken token =
        held.find(id)
            .filter(stored -> stored.isFor(client.fingerprint()))
            .orElseThrow(Tokens::changed);
    if (token.isLost()) {
      throw new TokenTrouble(Trouble.CONSENT, token.trouble());
    }
    if (client.byConsent() && token.sealedAccess().isEmpty()) {
      throw new TokenTrouble(
          Trouble.CONSENT,
          "Nobody has signed in at the provider yet: open the mailbox and choose \"Sign in at the"
              + " provider\".");
    }
    return token;
  }

  private static TokenTrouble changed() {
    return new TokenTrouble(
        Trouble.SERVER, "The settings have just been changed; the next try uses them.");
  }

  private Secret renewed(MailboxId id, OAuthClient client, Predicate<MailboxToken> good) {
    Lock lock = locks[Math.floorMod(id.hashCode(), locks.length)];
    try {
      if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    try {
      return renewedAlone(id, client, good);
    } finally {
      lock.unlock();
    }
  }

  /** Alone on this node; another node may be at it. */
  private Secret renewedAlone(MailboxId id, OAuthClient client, Predicate<MailboxToken> good) {
    String holder = UUID.randomUUID().toString();
    for (long looks = PATIENCE.dividedBy(LOOK); looks > 0; looks--) {
      MailboxToken token = existing(id, client);
      if (good.test(token)) {
        return seals.access(token);
      }
      if (held.hold(id, holder, clock.instant(), clock.instant().plus(HOLD))) {
        return renewedAsHolder(id, client, good, holder);
      }
      pause();
    }
    throw busy();
  }

  private Secret renewedAsHolder(
      MailboxId id, OAuthClient client, Predicate<MailboxToken> good, String holder) {
    MailboxToken token = held.find(id).orElseThrow(Tokens::changed);
    if (good.test(token)) {
      // another node was done between our look and our turn
      held.settle(id, holder, unchanged -> {});
      return seals.access(token);
    }
    Granted granted = asked(id, holder, () -> ask(client, token));
    held.settle(id, holder, stored -> stored.renew(seals.seal(id, granted), clock.instant()));
    return granted.access();
  }

  private Granted ask(OAuthClient client, MailboxToken token) {
    if (!client.byConsent()) {
      return servers.signIn(client);
    }
    return servers.refresh(client, seals.refresh(token).orElseThrow(Tokens::notRenewable));
  }

  private static TokenTrouble notRenewable() {
    return new TokenTrouble(
        Trouble.CONSENT,
        "The token has run out, and the provider gave none to renew it with. Ask for the scope"
            + " offline_access, or what the provider calls so.");
  }

  private Granted asked(MailboxId id, String holder, Supplier<Granted> call) {
    try {
      return call.get();
    } catch (TokenTrouble none) {
      TokenTrouble told = none.wantsConsent() ? lost(none) : none;
      Instant now = clock.instant();
      held.settle(id, holder, token -> token.refused(told.getMessage(), told.wantsConsent(), now));
      throw told;
    } catch (RuntimeException e) {
      held.settle(id, holder, unchanged -> {});
      throw e;
    }
  }

  private static TokenTrouble lost(TokenTrouble none) {
    return new TokenTrouble(
        Trouble.CONSENT,
        "The consent was revoked or has expired: sign in at the provider again. The provider says: "
            + none.getMessage(),
        none);
  }

  private static TokenTrouble busy() {
    return new TokenTrouble(
        Trouble.SERVER,
        "The provider is still being asked for a token; the next try will have it.");
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static TokenTrouble interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new TokenTrouble(Trouble.SERVER, "The server is being stopped.", e);
  }
}
