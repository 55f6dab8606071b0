package org.mailroom.outbox;

import java.util.Locale;

/**
 * Why a message did not arrive, in the terms that are usual for it (docs/bounces.md). A reason is
 * {@link #isOfTheAddress of the address} if any later mail to it would come back too.
 */
public enum BounceReason {
  /** There is no such mailbox. */
  USER_UNKNOWN(true),
  /** There is no such domain, or no server for it. */
  HOST_UNKNOWN(true),
  /** The person has another address now. */
  MOVED(true),
  /** The mailbox is disabled, suspended or not used any more. */
  SUSPENDED(true),
  /** The domain or host takes no mail at all (RFC 7504, RFC 7505). */
  NOT_ACCEPTING(true),
  /** The provider we send through refuses to write to the address, as it bounced before. */
  SUPPRESSED(true),
  /** The mailbox has no room. */
  MAILBOX_FULL(false),
  /** The message is larger than is taken. */
  MESSAGE_TOO_BIG(false),
  /** Taken for spam. */
  SPAM(false),
  /** Taken for malware. */
  VIRUS(false),
  /** Something in the message, such as the type of a file. */
  CONTENT(false),
  /** A rule of the receiving site. */
  POLICY(false),
  /** A log-in or an authorisation is missing. */
  SECURITY(false),
  /** SPF, DKIM or DMARC of the sender's domain. */
  AUTHENTICATION(false),
  /** The sending server's address has no name (PTR), or not the right one. */
  NO_REVERSE_DNS(false),
  /** Nothing good is known of the sending server or domain. */
  REPUTATION(false),
  /** The sending server or domain is on a block list. */
  BLOCKED(false),
  /** The sender's address or domain is refused. */
  SENDER_REJECTED(false),
  /** The recipient, or a group, takes no mail from this sender. */
  FILTERED(false),
  /** The server does not relay to the recipient's domain. */
  RELAYING_DENIED(false),
  /** Too much in too short a time, or too many recipients. */
  RATE_LIMITED(false),
  /** The message breaks RFC 5322. */
  NOT_STANDARD(false),
  /** The servers did not understand each other (RFC 5321). */
  SYNTAX(false),
  /** TLS is required, or failed. */
  ENCRYPTION(false),
  /** Given up after trying for long. */
  EXPIRED(false),
  /** No way to the server, or a loop. */
  NETWORK(false),
  /** The receiving system has a fault. */
  SYSTEM(false),
  /** The receiving system has no room. */
  SYSTEM_FULL(false),
  /** A program that mail is handed to failed. */
  MAILER(false),
  /** It arrived, and the recipient reported it as unwanted (RFC 5965). */
  COMPLAINT(true),
  /** The words and codes do not tell. */
  UNKNOWN(false);

  private final boolean ofTheAddress;

  BounceReason(boolean ofTheAddress) {
    this.ofTheAddress = ofTheAddress;
  }

  /** Whether later mail to the address would, or should, not arrive either. */
  public boolean isOfTheAddress() {
    return ofTheAddress;
  }

  /** In lower case, for a sentence: {@code user unknown}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
