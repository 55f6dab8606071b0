/**
 * Mailboxes: the connection records that mail is read from (Input) and sent through (Output).
 *
 * <p>Knows no contract and no flow; who uses a mailbox is asked through {@link
 * org.mailroom.mailbox.MailboxUsage}.
 */
package org.mailroom.mailbox;
