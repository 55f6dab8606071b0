/** The policy and the runs in the database. */
package org.mailroom.purge.jpa;
