/** What the nodes share about delivery, in the database. */
package org.mailroom.delivery.jpa;
