/** People and groups in the database. */
package org.mailroom.people.jpa;
