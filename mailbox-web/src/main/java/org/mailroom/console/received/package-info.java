/** Received mail: the ledger of what came in, with the reason for what became of it. */
package org.mailroom.console.received;
