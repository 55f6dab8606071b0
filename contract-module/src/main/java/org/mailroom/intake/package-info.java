/**
 * mail → inbound → <b>intake</b> → request → flow → routing → outbox → delivery. Decides what one
 * received mail means: a new request, a reply, noise, or something a person must see.
 */
package org.mailroom.intake;
