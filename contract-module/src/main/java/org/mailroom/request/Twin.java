package org.mailroom.request;

/**
 * Another request that a mail of this one is in too, as it was sent to several of our mailboxes.
 */
public record Twin(RequestNumber number, String contractNumber) {}
