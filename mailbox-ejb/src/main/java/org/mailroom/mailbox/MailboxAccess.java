package org.mailroom.mailbox;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.Mailbox;
import org.mailroom.mailbox.socket.Targets;
import org.mailroom.vault.SealBroken;
import org.mailroom.vault.Secret;

/**
 * What reading and sending need of a mailbox: its present settings with the secret, and where to
 * report how it went. For components of this module; never for console or REST.
 */
@Stateless
@Allowed
public class MailboxAccess {
  private static final System.Logger LOG = System.getLogger(MailboxAccess.class.getName());

  @Inject MailboxStore store;
  @Inject Passwords passwords;
  @Inject ClientSecrets clientSecrets;
  @Inject Tokens tokens;
  @Inject Targets targets;
  @EJB Audit audit;

  /**
   * The settings to connect with, as they are now (a changed password heals the queue).
   *
   * @param password empty if none is stored or none is used; with OAuth2 an access token
   * @param session the server's Mail Session that it sends by; until {@link MailSessions#enter} has
   *     looked it up, nothing is known of server, security and log-in
   * @param policy how its mail leaves
   * @param afterReading what becomes of the mail on its server
   */
  public record Account(
      MailboxId id,
      String name,
      String server,
      int port,
      Security security,
      boolean verifyCertificate,
      Authentication authentication,
      String user,
      Optional<Secret> password,
      Protocol protocol,
      String folder,
      String sender,
      String senderName,
      boolean active,
      boolean readExisting,
      Instant activeSince,
      long version,
      Optional<ContainerSession> session,
      SendingPolicy policy,
      AfterReading afterReading) {
    /** The same with a token to sign in with; null for none. */
    public Account with(Secret token) {
      return new Account(
          id,
          name,
          server,
          port,
          security,
          verifyCertificate,
          authentication,
          user,
          Optional.ofNullable(token),
          protocol,
          folder,
          sender,
          senderName,
          active,
          readExisting,
          activeSince,
          version,
          session,
          policy,
          afterReading);
    }
  }

  /** Why a connection failed, as far as the mailbox is concerned. */
  public enum Trouble {
    /** No address, no connection, time-out, broken connection. */
    NETWORK,
    TLS,
    /** The server refused the log-in; after three in a row the mailbox is paused. */
    LOGIN,
    /** Too much at once, or today: a quota, a limit of messages or connections. */
    QUOTA,
    /** The server said no for a reason of its own. */
    SERVER,
    /** A person must sign in at the provider, for the first time or again (OAuth2). */
    CONSENT,
    /** Something in the settings, such as a folder that is not there. */
    SETTINGS,
    /** A message was refused; the mailbox itself works. */
    MESSAGE
  }

  /**
   * The mailbox as it is now, whether it is active or not. With OAuth2 its token is valid for five
   * minutes at least; that may take a call to the provider, so no transaction is open meanwhile.
   *
   * @throws SealBroken if its password cannot be opened with the present master key
   * @throws TokenTrouble if it signs in by OAuth2 and no token is to be had
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Account> account(MailboxId id) {
    return store.find(id).map(mailbox -> mailbox.account(secret(mailbox)));
  }

  private Optional<Secret> secret(Mailbox mailbox) {
    return mailbox.signsInByOAuth2() ? Optional.of(tokens.of(mailbox)) : passwords.open(mailbox);
  }

  /**
   * What the mailbox proves to the authorisation server with that it is the client it says; empty
   * if none is stored.
   *
   * @throws SealBroken if it cannot be opened with the present master key
   */
  public Optional<Secret> clientSecret(MailboxId id) {
    return store.find(id).flatMap(clientSecrets::open);
  }

  /**
   * The account with another token, after the server has refused the one it had. Not for a token
   * that is quite new: then it is not the token that is wrong.
   *
   * @throws TokenTrouble if no token is to be had
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Account> withOtherToken(Account account) {
    return account.authentication() == Authentication.OAUTH2
        ? store
            .find(account.id())
            .filter(Mailbox::signsInByOAuth2)
            .flatMap(mailbox -> withOtherToken(mailbox, account))
        : Optional.empty();
  }

  private Optional<Account> withOtherToken(Mailbox mailbox, Account account) {
    return account
        .password()
        .flatMap(refused -> tokens.insteadOf(mailbox, refused))
        .map(token -> mailbox.account(Optional.of(token)));
  }

  /** What may be sent through an Output mailbox by all nodes together. */
  public SendingLimits limits(MailboxId id) {
    return store.find(id).map(Mailbox::limits).orElse(SendingLimits.NONE);
  }

  /** Whether something is to be done on the server once it is known what became of mail. */
  public boolean actsOnOutcome(MailboxId id) {
    return store
        .find(id)
        .filter(Mailbox::isActive)
        .map(mailbox -> mailbox.settings().reading())
        .filter(reading -> reading.after().waitsForOutcome())
        .isPresent();
  }

  /** The active Input mailboxes. */
  public List<MailboxId> activeInputs() {
    return store.activeInputs();
  }

  /**
   * Notes that the mailbox worked; own short transaction. May be called as often as it works: what
   * is no news is not written.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void worked(MailboxId id, Instant at) {
    if (store.find(id).filter(mailbox -> mailbox.health().isNews(at)).isPresent()) {
      store.lock(id).ifPresent(mailbox -> mailbox.health().worked(at));
    }
  }

  /**
   * Notes that it did not; own short transaction. The third log-in refusal in a row pauses it; the
   * reason then stays, whatever else fails.
   *
   * @param words the server's words or the plain cause, without secrets
   * @return whether the mailbox is paused now
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean failed(MailboxId id, Trouble trouble, String words, Instant at) {
    return store.lock(id).map(mailbox -> failed(mailbox, trouble, words, at)).orElse(true);
  }

  private boolean failed(Mailbox mailbox, Trouble trouble, String words, Instant at) {
    if (mailbox.failed(trouble, words, at)) {
      audit.note("mailbox.paused", "mailbox " + mailbox.id(), "log-in refused three times");
      LOG.log(System.Logger.Level.WARNING, "mailbox.paused id={0} cause=login", mailbox.id());
    }
    return !mailbox.isActive();
  }

  /** Notes that a person has consented, so that past failures count no more; own transaction. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void consented(MailboxId id) {
    store.lock(id).ifPresent(mailbox -> mailbox.health().forgetFailures());
  }

  /** Notes that a message was refused while the mailbox itself works; own short transaction. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void refused(MailboxId id, String words, Instant at) {
    store.lock(id).ifPresent(mailbox -> mailbox.health().refused(words, at));
  }

  /** Notes until when it is left alone after a failure; own short transaction. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void rests(MailboxId id, Instant until) {
    store.lock(id).ifPresent(mailbox -> mailbox.health().rests(until));
  }

  /** Notes until when its mail waits for a limit of its own; own short transaction. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void limited(MailboxId id, Instant until) {
    store.lock(id).ifPresent(mailbox -> mailbox.health().limited(until));
  }

  /** Notes that a check of the settings with this version passed; own short transaction. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void passedCheck(MailboxId id, long version) {
    store
        .lock(id)
        .filter(mailbox -> mailbox.version() == version)
        .ifPresent(mailbox -> mailbox.health().checked(true));
  }

  /**
   * The host's address to connect to, refused if it is private and not allowed (request forgery).
   *
   * @throws ForbiddenTarget if {@code MAILROOM_ALLOWED_HOSTS} does not allow it
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public InetAddress target(String server) throws UnknownHostException {
    return targets.addressOf(server);
  }
}
