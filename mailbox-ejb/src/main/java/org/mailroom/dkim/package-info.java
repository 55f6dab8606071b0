/**
 * … → outbox → <b>dkim</b> → delivery. Signs the mail of Output mailboxes with keys of their own
 * (RFC 6376): keys are made here, their DNS records shown, and used once the record is there.
 */
package org.mailroom.dkim;
