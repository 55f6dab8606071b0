/** Delivery by SMTP (RFC 5321) over reused connections. */
package org.mailroom.delivery.smtp;
