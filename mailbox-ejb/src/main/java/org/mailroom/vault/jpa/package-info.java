/** The record of keys in the database. */
package org.mailroom.vault.jpa;
