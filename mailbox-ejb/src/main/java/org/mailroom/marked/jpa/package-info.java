/** Marked addresses in the database. */
package org.mailroom.marked.jpa;
