/** Reading over IMAP, and what a mail server's refusal means (the same for POP3). */
package org.mailroom.inbound.imap;
