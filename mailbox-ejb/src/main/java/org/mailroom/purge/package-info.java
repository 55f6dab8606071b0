/**
 * Removes old mail by its age, in small steps that disturb nobody. What is removed, and what must
 * stay of it, is the business of the components that keep mail: they implement {@link
 * org.mailroom.purge.Purgeable}.
 */
package org.mailroom.purge;
