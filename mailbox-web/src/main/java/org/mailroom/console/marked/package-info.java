/** Mail &gt; Returned addresses: to whom mail is held, and why. */
package org.mailroom.console.marked;
