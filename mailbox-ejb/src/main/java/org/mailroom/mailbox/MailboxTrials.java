package org.mailroom.mailbox;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;
import org.mailroom.failure.Problem;
import org.mailroom.mailbox.jpa.CertificateStore;
import org.mailroom.mailbox.jpa.MailboxStore;
import org.mailroom.mailbox.model.Mailbox;

/**
 * Tries mailboxes, saved or not, and tells step by step how far it came.
 *
 * <p>The trials run outside any transaction, in the caller's thread, and take up to two minutes if
 * a server is slow; each is audited. A trial that fails is an answer and not an exception. All of
 * them throw {@link InvalidMailbox} if the settings make no sense or the password must be entered
 * again (the stored one is never tried against another server or user), {@link MailboxNotFound},
 * and {@link CheckRefused} if there were too many trials in the last minute. Stateless and
 * thread-safe.
 */
@Stateless
@Allowed(Role.CONTRACT_MANAGER)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailboxTrials {
  /** How long a message of a round trip may take unless the caller says otherwise. */
  public static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

  private static final Duration MOST_PATIENCE = Duration.ofMinutes(5);
  private static final String SUBJECT = "Mailroom test message";
  private static final String TEXT =
      "This message was sent from Mailroom by somebody who tries the settings of a mailbox."
          + " If you can read it, they work. There is nothing to answer.";

  @Inject ConnectionChecks checks;
  @Inject CertificateStore certificates;
  @Inject MailboxStore store;

  /**
   * Looks the address up, connects, agrees on TLS, is greeted, asks what the server can do, logs in
   * and looks at the folder, or asks whether the sender is accepted. Changes nothing on the server.
   */
  public CheckReport check(Trial trial) {
    return checks.check(trial);
  }

  /**
   * Sends one message from an Output mailbox. The last step tells the server's reply and the
   * Message-ID.
   *
   * @param to one address
   */
  public CheckReport sendTest(Trial trial, String to) {
    return checks.sendTest(trial, address(to), SUBJECT, TEXT);
  }

  /** Counts the messages of an Input mailbox and lists the newest ten; touches nothing. */
  public InboxPreview preview(Trial trial) {
    return checks.preview(trial);
  }

  /** Lists the folders that an Input mailbox may name. */
  public MailFolders folders(Trial trial) {
    return checks.folders(trial);
  }

  /**
   * Sends a message by an Output mailbox, waits until an Input mailbox shows it, and removes it
   * there. The message never becomes a request ({@link RoundTripMark}).
   *
   * @param to the address that leads to the Input mailbox; empty if its user is that address
   * @param patience how long the message may take; at most five minutes
   */
  public RoundTrip roundTrip(Trial output, Trial input, Optional<String> to, Duration patience) {
    Duration wait = patience.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : patience;
    return checks.roundTrip(output, input, to.map(MailboxTrials::address), wait);
  }

  /**
   * The certificate that the server of a mailbox showed when it was last looked at; empty if it was
   * not, or uses no TLS.
   *
   * @throws MailboxNotFound if there is no such mailbox
   */
  @Allowed({Role.CONTRACT_MANAGER, Role.OPERATOR, Role.AUDITOR})
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<ServerCertificate> certificateOf(MailboxId id) {
    Mailbox mailbox = store.find(id).orElseThrow(() -> new MailboxNotFound(id));
    return Optional.of(mailbox.settings().connection())
        .filter(connection -> connection.security() != Security.NONE)
        .flatMap(connection -> certificates.find(connection.server(), connection.port()));
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text)
        .orElseThrow(
            () ->
                new InvalidMailbox(
                    List.of(
                        new Problem(
                            "TO_SYNTAX",
                            "to",
                            "Write one e-mail address, such as desk@example.org."))));
  }
}
