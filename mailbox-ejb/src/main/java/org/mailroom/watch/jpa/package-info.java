/** Alerts and bulk runs in the database, and the figures of mailboxes. */
package org.mailroom.watch.jpa;
