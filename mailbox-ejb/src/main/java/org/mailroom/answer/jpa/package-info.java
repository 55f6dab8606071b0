/** Answers in the database. */
package org.mailroom.answer.jpa;
