/** Flows, their versions and runs in the database. */
package org.mailroom.flow.jpa;
