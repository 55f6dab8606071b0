/** {@code /api/v1/routing}: by which mailbox an e-mail element would speak, and why. */
package org.mailroom.api.routing;
