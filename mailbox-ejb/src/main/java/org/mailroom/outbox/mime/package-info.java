/** The final bytes of a message (RFC 5322, MIME). */
package org.mailroom.outbox.mime;
