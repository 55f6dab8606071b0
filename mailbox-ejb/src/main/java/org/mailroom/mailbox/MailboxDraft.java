package org.mailroom.mailbox;

import org.mailroom.vault.Secret;

/**
 * A mailbox as a form or a call states it: nothing in it is checked yet, and what was left out is
 * null.
 *
 * @param port 1 to 65535; null for the usual one of protocol and security
 * @param password null keeps the stored one (a new mailbox then has none)
 * @param removePassword forgets the stored password
 * @param protocol Input only; null for IMAP
 * @param folder Input with IMAP only; null for INBOX
 * @param sender the mailbox's own address: of an Output the address in From; of an Input null for
 *     its user
 * @param senderName Output only: the name in From
 * @param replyTo Output only: where answers go, unless the contract's Input mailbox says it
 * @param verifyCertificate null for true
 * @param active null for true
 * @param readExisting Input only: whether mail that was there before the mailbox was registered is
 *     read too; null for false
 * @param provider the key of the provider preset that was chosen; null for none
 * @param mailSession Output only: the JNDI name of a Mail Session of the server, in place of all
 *     that a connection needs; null for none
 * @param oauth with OAUTH2 only
 * @param policy Output only: how mail leaves; null for as usual
 * @param afterReading Input only: what becomes of mail on its server; null for as usual
 */
public record MailboxDraft(
    String name,
    MailboxType type,
    String server,
    Integer port,
    Security security,
    Authentication authentication,
    String user,
    Secret password,
    boolean removePassword,
    Protocol protocol,
    String folder,
    String sender,
    String senderName,
    String replyTo,
    Boolean verifyCertificate,
    Boolean active,
    Boolean readExisting,
    String provider,
    String mailSession,
    OAuthDraft oauth,
    SendingPolicy policy,
    AfterReading afterReading) {}
