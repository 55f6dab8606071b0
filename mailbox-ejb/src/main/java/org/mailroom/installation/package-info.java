/**
 * Whether this database is where it belongs: a copy of it, elsewhere, neither reads nor sends mail
 * until a person has said what it is.
 */
package org.mailroom.installation;
