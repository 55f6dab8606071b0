/** The installation in its database, and the mark of the database itself. */
package org.mailroom.installation.jpa;
