/**
 * mail → <b>inbound</b> → intake → request → flow → routing → outbox → delivery. Fetches after the
 * cursor, stores every raw mail once, and only then marks it on the server and hands it on.
 */
package org.mailroom.inbound;
