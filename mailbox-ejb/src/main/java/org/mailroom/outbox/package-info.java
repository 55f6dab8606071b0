/**
 * mail → inbound → intake → request → flow → routing → <b>outbox</b> → delivery. Keeps every
 * outgoing message, as final bytes, from the transaction that wants it sent until its fate is
 * known.
 */
package org.mailroom.outbox;
