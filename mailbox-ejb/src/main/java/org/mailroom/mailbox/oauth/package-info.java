/** Asking authorisation servers for tokens (RFC 6749, 7523, 7636, 8414; OpenID Connect). */
package org.mailroom.mailbox.oauth;
