/** Messages: the log of what goes out, and what a person may do with a message that waits. */
package org.mailroom.console.message;
