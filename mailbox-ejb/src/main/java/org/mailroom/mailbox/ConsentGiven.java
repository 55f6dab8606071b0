package org.mailroom.mailbox;

/**
 * CDI event: a person has consented, and the mailbox may sign in from now on. Fired outside any
 * transaction; it may get lost without harm, as mailboxes are tried again anyway.
 */
public record ConsentGiven(MailboxId mailbox) {}
