/** Mailboxes in the database. */
package org.mailroom.mailbox.jpa;
