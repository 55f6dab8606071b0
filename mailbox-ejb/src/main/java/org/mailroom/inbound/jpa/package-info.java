/** The ledger and the cursors in the database. */
package org.mailroom.inbound.jpa;
