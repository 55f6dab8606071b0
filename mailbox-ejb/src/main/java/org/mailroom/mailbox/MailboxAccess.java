package org.mailroom.mailbox;

import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.vault.Secret;

/**
 * What reading and sending need of a mailbox: its present settings with the secret, and where to
 * report how it went. For components of this module; never for console or REST.
 */
@Stateless
public class MailboxAccess {
  /**
   * The settings to connect with, as they are now (a changed password heals the queue).
   *
   * @param password empty if none is stored or none is used
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
      long version) {}

  /** Why a connection failed, as far as the mailbox is concerned. */
  public enum Trouble {
    /** No address, no connection, time-out, broken connection. */
    NETWORK,
    TLS,
    /** The server refused the log-in; after three in a row the mailbox is paused. */
    LOGIN,
    /** The server said no for a reason of its own. */
    SERVER,
    /** Something in the settings, such as a folder that is not there. */
    SETTINGS
  }

  public Optional<Account> account(MailboxId id) {
    throw new UnsupportedOperationException();
  }

  /** The active Input mailboxes. */
  public List<MailboxId> activeInputs() {
    throw new UnsupportedOperationException();
  }

  /** Notes that the mailbox worked; own short transaction. */
  public void worked(MailboxId id, Instant at) {
    throw new UnsupportedOperationException();
  }

  /**
   * Notes that it did not; own short transaction. The third log-in refusal in a row pauses it.
   *
   * @param words the server's words or the plain cause, without secrets
   * @return whether the mailbox is paused now
   */
  public boolean failed(MailboxId id, Trouble trouble, String words, Instant at) {
    throw new UnsupportedOperationException();
  }

  /**
   * The host's address to connect to, refused if it is private and not allowed (request forgery).
   *
   * @throws ForbiddenTarget if {@code MAILROOM_ALLOWED_HOSTS} does not allow it
   */
  public java.net.InetAddress target(String server) throws java.net.UnknownHostException {
    throw new UnsupportedOperationException();
  }
}
