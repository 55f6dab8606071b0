/** The switches in the database, so that they hold on all nodes. */
package org.mailroom.switches.jpa;
