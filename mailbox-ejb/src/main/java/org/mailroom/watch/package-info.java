/**
 * Looks after many mailboxes at once: how each fares, who is told when one stops working, and what
 * is done to many of them in one go.
 *
 * <p>Stands above mailbox, inbound, outbox and delivery; knows no people: whom to tell is asked
 * through {@link org.mailroom.watch.AlertRecipients}.
 */
package org.mailroom.watch;
