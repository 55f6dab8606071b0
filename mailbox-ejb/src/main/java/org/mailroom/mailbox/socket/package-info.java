/**
 * Where a mailbox may connect to: the operator's allowed hosts, and sockets that hold to them at
 * the moment they connect.
 */
package org.mailroom.mailbox.socket;
