/** Rules in the database. */
package org.mailroom.rule.jpa;
