/**
 * Who may do what, walked through: every method of every service bean and every call of REST, for
 * every role, as the two tables beside these classes say.
 */
package org.mailroom.roles;
