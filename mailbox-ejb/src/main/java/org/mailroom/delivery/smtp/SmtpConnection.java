package org.mailroom.delivery.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.mailroom.delivery.Transmission;
import org.mailroom.mailbox.ConnectionProperties;
import org.mailroom.mailbox.MailboxAccess.Account;
import org.mailroom.outbox.OutboxQueue.Leased;
import org.mailroom.vault.Secret;

/** One logged-in connection to a server, for one worker at a time. */
final class SmtpConnection {
  private static final System.Logger LOG = System.getLogger(SmtpConnection.class.getName());

  // servers end long sessions themselves, and less politely
  private static final int MOST_MESSAGES = 100;
  private static final Duration TRUSTED = Duration.ofSeconds(30);
  private static final Duration KEPT = Duration.ofSeconds(60);

  private final SmtpDialogue dialogue;
  private final Account account;
  private int messages;
  private boolean stale;
  private boolean broken;
  private Instant lastUsed = Instant.MIN;

  private SmtpConnection(SmtpDialogue dialogue, Account account) {
    this.dialogue = dialogue;
    this.account = account;
  }

  static SmtpConnection open(Account account, Properties settings) throws MessagingException {
    String protocol = ConnectionProperties.protocolOf(account);
    SmtpDialogue dialogue = new SmtpDialogue(Session.getInstance(settings), protocol);
    String password = account.password().map(Secret::reveal).orElse(null);
    dialogue.connect(account.server(), account.port(), account.user(), password);
    return new SmtpConnection(dialogue, account);
  }

  Transmission send(Leased message, Instant now) {
    MailTransaction transaction = new MailTransaction(dialogue, message);
    Transmission result = transaction.run();
    stale = messages > 0 && transaction.neverBegan();
    broken = result.trouble().isPresent();
    messages++;
    lastUsed = now;
    return result;
  }

  /** Whether the last message met a connection that the server had closed in the meantime. */
  boolean wasStale() {
    return stale;
  }

  /** Whether another message may be sent over it. */
  boolean reusable() {
    return !broken && messages < MOST_MESSAGES;
  }

  /** Whether it belongs to these settings and still answers, as far as that is in doubt. */
  boolean fits(Account wanted, Instant now) {
    return account.equals(wanted)
        && (now.isBefore(lastUsed.plus(TRUSTED)) || dialogue.isConnected());
  }

  boolean idleTooLong(Instant now) {
    return !now.isBefore(lastUsed.plus(KEPT));
  }

  void close() {
    try {
      dialogue.close();
    } catch (MessagingException e) {
      LOG.log(System.Logger.Level.DEBUG, "A connection could not be closed in order.", e);
    }
  }
}
