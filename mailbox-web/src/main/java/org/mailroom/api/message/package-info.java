/** {@code /api/v1/messages}: outgoing mail. */
package org.mailroom.api.message;
