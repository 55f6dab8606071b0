package org.mailroom.mailbox;

import java.time.Instant;

/**
 * A mailbox as people and programs may see it: never its password.
 *
 * @param server host name or address; of a Mail Session the one it names, null while it names none
 * @param port 0 while it is not known
 * @param security null while it is not known
 * @param address whom it speaks for: the sender of an Output; of an Input its user, unless another
 *     address was stated
 * @param hasPassword whether a password is stored
 * @param checked whether a connection check of these settings has passed
 * @param defaultOutbox whether it is the system's default outbox
 * @param provider the key of the provider preset that was chosen; null for none
 * @param mailSession the JNDI name of the server's Mail Session that it sends by; null for none
 * @param oauth null unless it signs in by OAuth2
 * @param policy how mail leaves an Output mailbox; null for an Input
 * @param afterReading what becomes of mail on the server of an Input mailbox; null for an Output
 * @param limits what holds of an Output mailbox, by itself or by its provider; null for an Input
 * @param limitedUntil until when its mail waits for such a limit; null while it does not
 * @param version rises with each change; state it to change what you saw (optimistic locking)
 */
public record MailboxView(
    MailboxId id,
    String name,
    MailboxType type,
    String server,
    int port,
    Security security,
    Authentication authentication,
    String user,
    boolean hasPassword,
    Protocol protocol,
    String folder,
    String sender,
    String senderName,
    String replyTo,
    String address,
    boolean verifyCertificate,
    boolean active,
    boolean readExisting,
    boolean defaultOutbox,
    boolean checked,
    MailboxStatus status,
    Instant lastSuccess,
    Instant lastErrorAt,
    String lastError,
    String provider,
    String mailSession,
    OAuthView oauth,
    SendingPolicy policy,
    AfterReading afterReading,
    SendingLimits limits,
    Instant limitedUntil,
    long version) {

  /** Where it connects to, in one word: {@code host:port}, or the name of a silent Mail Session. */
  public String destination() {
    return server == null ? mailSession : server + ":" + port;
  }
}
