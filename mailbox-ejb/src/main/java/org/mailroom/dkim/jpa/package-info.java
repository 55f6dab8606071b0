/** Keys in the database. */
package org.mailroom.dkim.jpa;
