/** Bounces and marked addresses in the database. */
package org.mailroom.bounce.jpa;
