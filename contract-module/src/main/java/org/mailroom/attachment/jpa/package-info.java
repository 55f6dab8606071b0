/** The contents of files in the database. */
package org.mailroom.attachment.jpa;
