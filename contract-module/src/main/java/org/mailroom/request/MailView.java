package org.mailroom.request;

/**
 * What there is of the mail that something came with.
 *
 * @param received id of its row in the ledger
 * @param formatted whether it has HTML to be shown
 * @param remoteImages whether the HTML has images that would be fetched from elsewhere
 */
public record MailView(long received, boolean formatted, boolean remoteImages) {}
