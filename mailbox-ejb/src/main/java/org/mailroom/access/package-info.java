/**
 * Who may do what: the roles, and the mark on each service method that names those who may call it.
 */
package org.mailroom.access;
