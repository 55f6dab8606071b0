/**
 * mail → inbound → intake → <b>request</b> → flow → routing → outbox → delivery. Service requests:
 * opened under a contract, driven by a flow, with everything that was said about them.
 */
package org.mailroom.request;
