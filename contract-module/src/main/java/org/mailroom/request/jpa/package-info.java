/** Requests and what was said about them in the database. */
package org.mailroom.request.jpa;
