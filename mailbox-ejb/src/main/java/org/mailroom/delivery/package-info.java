/**
 * mail → inbound → intake → request → flow → routing → outbox → <b>delivery</b>. Claims queued
 * messages, sends them outside any transaction over reused connections, and settles what the server
 * said.
 */
package org.mailroom.delivery;
