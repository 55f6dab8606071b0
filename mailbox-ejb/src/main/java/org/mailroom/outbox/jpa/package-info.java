/** The outbox in the database: messages, their bodies, and the leases on them. */
package org.mailroom.outbox.jpa;
