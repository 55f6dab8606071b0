/**
 * The connection check: first our own sockets, so that each step can be told apart, then a log-in
 * through the same mail library and settings that reading and sending use.
 */
package org.mailroom.mailbox.check;
