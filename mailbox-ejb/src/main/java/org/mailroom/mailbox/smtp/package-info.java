/** What a Mail Session of the server says of the SMTP server behind it. */
package org.mailroom.mailbox.smtp;
