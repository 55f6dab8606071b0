/** Tokens in the database. */
package org.mailroom.token.jpa;
