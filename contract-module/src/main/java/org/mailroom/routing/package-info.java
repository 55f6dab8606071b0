/**
 * mail → inbound → intake → request → flow → <b>routing</b> → outbox → delivery. Which mailbox
 * speaks, and why.
 */
package org.mailroom.routing;
