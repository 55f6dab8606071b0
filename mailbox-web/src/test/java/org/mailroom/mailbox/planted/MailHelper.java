package org.mailroom.mailbox.planted;

/** Breaks a rule: a name that says nothing. */
public record MailHelper() {}
