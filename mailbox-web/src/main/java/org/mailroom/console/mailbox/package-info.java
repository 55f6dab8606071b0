/** Parametrization &gt; Mailbox: the list, and the form with its connection check. */
package org.mailroom.console.mailbox;
