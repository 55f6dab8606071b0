/**
 * Who may come in: HTTP Basic for programs, a log-in page and a session for people, and the headers
 * that tell a browser what our pages may do.
 */
package org.mailroom.security;
