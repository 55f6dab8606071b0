/** {@code /api/v1/mailboxes}. */
package org.mailroom.api.mailbox;
