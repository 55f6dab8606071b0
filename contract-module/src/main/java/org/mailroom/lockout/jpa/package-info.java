/** Failed log-ins in the database, which the nodes share. */
package org.mailroom.lockout.jpa;
