/** Reading over POP3. */
package org.mailroom.inbound.pop3;
