/** Templates in the database. */
package org.mailroom.template.jpa;
