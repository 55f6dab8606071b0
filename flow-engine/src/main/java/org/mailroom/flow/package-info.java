/**
 * mail → inbound → intake → request → <b>flow</b> → routing → outbox → delivery. Flows: diagrams
 * that are saved, checked, versioned and run.
 */
package org.mailroom.flow;
