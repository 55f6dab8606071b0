/** Contracts and clients in the database. */
package org.mailroom.contract.jpa;
