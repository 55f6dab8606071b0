package org.mailroom.mailbox;

/**
 * CDI event: a person has resumed a mailbox, so what it rested from counts no more. To be observed
 * after the commit; it may get lost without harm, as mailboxes are looked at anyway.
 */
public record MailboxResumed(MailboxId mailbox) {}
