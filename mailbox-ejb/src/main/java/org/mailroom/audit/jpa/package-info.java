/** The audit in the database. */
package org.mailroom.audit.jpa;
